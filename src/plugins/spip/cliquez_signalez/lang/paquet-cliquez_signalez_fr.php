<?php
// Les mots de l’extension dans la liste de SPIP.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'cliquez_signalez_nom' => 'Cliquez, Signalez !',
	'cliquez_signalez_slogan' => 'Un bouton pour signaler un contenu illégal',
	'cliquez_signalez_description' => 'Un bouton et un court formulaire, avec lesquels vos visiteurs signalent un contenu illégal vu sur Internet à un service de signalement qui l’a accepté. Dans un article : <code>&lt;cliquez_signalez|variant=bar&gt;</code> ; dans un squelette : <code>#CLIQUEZ_SIGNALEZ</code>.',
];
