<?php
// The plugin’s words: page of settings, previews.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'titre' => 'Cliquez, Signalez !',
	'avant' => 'Before you embed it: the hotline has to agree to receive your reports, and gives you this address. As long as this address or that of the hotline’s own form is missing, visitors see nothing.',
	'outil' => 'Button “Cliquez, Signalez !”',
	'rien_enregistre' => 'Nothing is saved: at least one value cannot work.',
	'pas_encore' => 'The button “Cliquez, Signalez !” is not shown yet: the administrator has not said where reports are received, and where the hotline’s own form is.',
	'attributs_refuses' => '“Cliquez, Signalez !” takes no notice of: @noms@.',
	'champ_endpoint' => 'Address that receives reports',
	'aide_endpoint' => 'The hotline gives it to you. If it is on this server: switch off the access log for it, which notes who reports and when.',
	'champ_hotline' => 'Name of the hotline',
	'aide_hotline' => 'As visitors read it.',
	'champ_hotline_url' => 'Address of the hotline’s own form',
	'aide_hotline_url' => 'It is the link of visitors without JavaScript and of feeds.',
	'champ_privacy_url' => 'Address of its privacy notice',
	'champ_country' => 'Country of the visitors',
	'aide_country' => 'Two letters, such as FR: it decides the help numbers. Without a country, 112 alone shows.',
	'champ_language' => 'Language of the button and of the form',
	'language_du_site' => 'that of the page',
	'champ_languages' => 'Languages to choose from',
	'aide_languages' => 'Pages load a file of a few kilobytes for each further language that is ticked. With two or more, reporters can change the language in the form. No native speaker has read a draft yet: have it read before you use it.',
	'ebauche' => 'draft',
	'champ_placement' => 'On every page',
	'placement_aucun' => 'nothing: only where an author or a template puts the button',
	'placement_bottom_end' => 'a floating button, at the bottom right',
	'placement_bottom_start' => 'a floating button, at the bottom left',
	'placement_middle_end' => 'a floating button, in the middle at the right',
	'placement_middle_start' => 'a floating button, in the middle at the left',
	'champ_theme' => 'Looks',
	'aide_theme' => 'Your colours go into your style sheet: <code>cliquez-signalez { --cs-accent: #0b5cff }</code>.',
	'champ_size' => 'Size of the button',
	'size_s' => 'small',
	'size_m' => 'medium',
	'size_l' => 'large',
	'champ_partner' => 'Your public identifier with the hotline',
	'aide_partner' => 'If it gave you one.',
	'champ_public_key' => 'Public key of the hotline',
	'aide_public_key' => 'If it receives sealed reports.',
	'champ_challenge' => 'Address of the proof of work',
	'aide_challenge' => 'If the hotline asks for one.',
	'champ_follow_up' => 'Follow-up address',
	'aide_follow_up' => 'If the hotline gives one: reporters can then ask how far a report is, with a code.',
];
