<?php
// The page of settings in the Configuration Manager. [2]

use dokuwiki\plugin\cliquezsignalez\CheckedSetting;
use dokuwiki\plugin\cliquezsignalez\Languages;
use dokuwiki\plugin\cliquezsignalez\LanguagesSetting;

$meta['endpoint'] = [CheckedSetting::class, '_rule' => 'endpoint', '_caution' => 'security'];
$meta['hotline'] = ['string'];
$meta['hotlineurl'] = [CheckedSetting::class, '_rule' => 'link'];
$meta['privacyurl'] = [CheckedSetting::class, '_rule' => 'link'];
$meta['country'] = [CheckedSetting::class, '_pattern' => '/^(?:[A-Z]{2})?$/'];
$meta['language'] = ['multichoice', '_choices' => array_merge([''], array_keys(Languages::all()))];
$meta['languages'] = [LanguagesSetting::class, '_choices' => array_keys(Languages::all()), '_other' => 'never'];
$meta['placement'] = [
    'multichoice',
    '_choices' => ['none', 'end', 'bottom-end', 'bottom-start', 'middle-end', 'middle-start'],
];
$meta['theme'] = [
    'multichoice',
    '_choices' => ['signal', 'institution', 'nuit', 'contraste', 'discret', 'presse', 'ecole', 'compact'],
];
$meta['size'] = ['multichoice', '_choices' => ['s', 'm', 'l']];
$meta['partner'] = [CheckedSetting::class, '_pattern' => '/^[\w.-]{0,64}$/'];
$meta['publickey'] = [CheckedSetting::class, '_pattern' => '/^(?:B[\w-]{86})?$/'];
$meta['challenge'] = [CheckedSetting::class, '_rule' => 'endpoint'];
$meta['followup'] = [CheckedSetting::class, '_rule' => 'endpoint', '_caution' => 'security'];
