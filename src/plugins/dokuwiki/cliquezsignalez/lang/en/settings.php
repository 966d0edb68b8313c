<?php
// The words of the page of settings.

use dokuwiki\plugin\cliquezsignalez\Widget;

$lang['endpoint'] = 'Address that receives reports (https). <strong>Before you embed it:</strong> the hotline has to '
    . 'agree to receive yours, and gives you this address. Without it, nothing is shown. If it is on this '
    . 'server: switch off the access log for it, which notes who reports and when.';
$lang['hotline'] = 'Name of the hotline, as visitors read it';
$lang['hotlineurl'] = 'Address of the hotline’s own form: the link of visitors without JavaScript';
$lang['privacyurl'] = 'Address of its privacy notice';
$lang['country'] = 'Country of the visitors in two letters, such as FR: it decides the help numbers';
$lang['language'] = 'Language of the button and of the form';
$lang['language_o_'] = 'that of the wiki';
$lang['languages'] = 'Languages to choose from. Pages load a file of a few kilobytes for each further language that is ticked. '
    . 'With two or more, reporters can change the language in the form. No native speaker has read a draft yet: have it '
    . 'read before you use it.';
$lang += Widget::languageWords('draft');
$lang['placement'] = 'On every page';
$lang['placement_o_none'] = 'nothing: only where an author writes <cliquez-signalez>';
$lang['placement_o_end'] = 'a bar at the end of the page';
$lang['placement_o_bottom-end'] = 'a floating button, at the bottom right';
$lang['placement_o_bottom-start'] = 'a floating button, at the bottom left';
$lang['placement_o_middle-end'] = 'a floating button, in the middle at the right';
$lang['placement_o_middle-start'] = 'a floating button, in the middle at the left';
$lang['theme'] = 'Looks. Your colours: <code>cliquez-signalez { --cs-accent: #0b5cff }</code> in conf/userstyle.css';
$lang['size'] = 'Size of the button';
$lang['size_o_s'] = 'small';
$lang['size_o_m'] = 'medium';
$lang['size_o_l'] = 'large';
$lang['partner'] = 'Your public identifier with the hotline, if it gave you one';
$lang['publickey'] = 'Public key of the hotline, if it receives sealed reports';
$lang['challenge'] = 'Address of the proof of work, if the hotline asks for one';
$lang['followup'] = 'Follow-up address, if the hotline gives one: reporters can then ask how far a report is, with a code';
