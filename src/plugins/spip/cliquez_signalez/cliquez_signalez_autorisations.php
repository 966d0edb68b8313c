<?php
// Who may set where reports go: administrators of the whole site. [6]

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** SPIP calls it to load this file. */
function cliquez_signalez_autoriser() {
}

/** Authors, and administrators of a section alone, may not. */
function autoriser_cliquez_signalez_configurer_dist($faire, $type, $id, $qui, $opt) {
	return $qui['statut'] === '0minirezo' && !$qui['restreint'];
}

function autoriser_cliquez_signalez_menu_dist($faire, $type, $id, $qui, $opt) {
	return autoriser('configurer', '_cliquez_signalez', $id, $qui, $opt);
}
