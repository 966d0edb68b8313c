<?php
// The plugin’s words in SPIP’s list.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'cliquez_signalez_nom' => 'Cliquez, Signalez !',
	'cliquez_signalez_slogan' => 'A button to report illegal content',
	'cliquez_signalez_description' => 'A button and a short form with which your visitors report illegal content that they saw on the Internet to a hotline that has agreed to it. In an article: <code>&lt;cliquez_signalez|variant=bar&gt;</code>; in a template: <code>#CLIQUEZ_SIGNALEZ</code>.',
];
