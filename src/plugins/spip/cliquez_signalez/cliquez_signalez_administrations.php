<?php
// Installation, and removal without a trace. [14]

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

function cliquez_signalez_upgrade($nom_meta_base_version, $version_cible) {
	include_spip('base/upgrade');
	maj_plugin($nom_meta_base_version, $version_cible, ['create' => []]);
}

/** The settings, the plugin's version, and pages that were kept with a button. */
function cliquez_signalez_vider_tables($nom_meta_base_version) {
	effacer_meta('cliquez_signalez');
	effacer_meta($nom_meta_base_version);
	include_spip('inc/invalideur');
	suivre_invalideur('cliquez_signalez');
}
