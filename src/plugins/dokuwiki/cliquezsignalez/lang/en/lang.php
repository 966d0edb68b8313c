<?php
// The plugin's words: pages, editor, refusals.

$lang['tool'] = 'Button “Cliquez, Signalez !”';
$lang['not_ready'] = 'The button “Cliquez, Signalez !” is not shown yet: the administrator has not said where reports '
    . 'are received, and where the hotline’s own form is.';
$lang['refused_attributes'] = '“Cliquez, Signalez !” takes no notice of: %s.';

$lang['refused_endpoint'] = 'The address that receives reports starts with https:// and has neither user name nor '
    . 'password. The former value is kept.';
$lang['refused_hotlineurl'] = 'The address of the hotline’s form starts with https:// or http://. '
    . 'The former value is kept.';
$lang['refused_privacyurl'] = 'The address of the notice starts with https:// or http://. The former value is kept.';
$lang['refused_country'] = 'The country is two capital letters, such as FR. The former value is kept.';
$lang['refused_partner'] = 'The partner’s identifier has 2 to 64 characters of a-z, 0-9, dot, dash and underscore, and begins '
    . 'with a letter or a digit. The former value is kept.';
$lang['refused_publickey'] = 'The public key has 87 characters and starts with B, as the hotline gave it. '
    . 'The former value is kept.';
$lang['refused_challenge'] = 'The address of the proof of work starts with https://. The former value is kept.';
$lang['refused_followup'] = 'The follow-up address starts with https:// and has neither a user name nor a password. '
    . 'The former value is kept.';
