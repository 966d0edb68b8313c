<?php
// The page of settings in the Configuration Manager. [2]

use dokuwiki\plugin\cliquezsignalez\CheckedSetting;
use dokuwiki\plugin\cliquezsignalez\LanguagesSetting;
use dokuwiki\plugin\cliquezsignalez\Widget;

$meta['endpoint'] = [CheckedSetting::class, '_attribute' => 'endpoint', '_caution' => 'security'];
$meta['hotline'] = ['string'];
$meta['hotlineurl'] = [CheckedSetting::class, '_attribute' => 'hotline-url'];
$meta['privacyurl'] = [CheckedSetting::class, '_attribute' => 'privacy-url'];
$meta['country'] = [CheckedSetting::class, '_attribute' => 'country'];
$meta['language'] = ['multichoice', '_choices' => array_merge([''], array_keys(Widget::shared()->languages()))];
$meta['languages'] = [LanguagesSetting::class, '_choices' => array_keys(Widget::shared()->languages()), '_other' => 'never'];
$meta['placement'] = [
    'multichoice',
    '_choices' => ['none', 'end', 'bottom-end', 'bottom-start', 'middle-end', 'middle-start'],
];
$meta['theme'] = ['multichoice', '_choices' => Widget::shared()->words('theme')];
$meta['size'] = ['multichoice', '_choices' => Widget::shared()->words('size')];
$meta['partner'] = [CheckedSetting::class, '_attribute' => 'partner'];
$meta['publickey'] = [CheckedSetting::class, '_attribute' => 'public-key'];
$meta['challenge'] = [CheckedSetting::class, '_attribute' => 'challenge'];
$meta['followup'] = [CheckedSetting::class, '_attribute' => 'follow-up', '_caution' => 'security'];
