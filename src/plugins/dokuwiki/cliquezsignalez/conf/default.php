<?php
// Nothing is set in advance: a hotline has to agree first. [1]

$conf['endpoint'] = '';
$conf['hotline'] = '';
$conf['hotlineurl'] = '';
$conf['privacyurl'] = '';
$conf['country'] = '';
$conf['language'] = '';
$conf['languages'] = '';
$conf['placement'] = 'none';
$conf['theme'] = 'signal';
$conf['size'] = 'm';
$conf['partner'] = '';
$conf['publickey'] = '';
$conf['challenge'] = '';
$conf['followup'] = '';
