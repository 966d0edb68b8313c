<?php
// The page of settings: what it shows, what it refuses, what it keeps. [2]

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

include_spip('inc/cliquez_signalez');

/** The settings by the names of their fields. SPIP asks first who may see them. */
function formulaires_configurer_cliquez_signalez_charger_dist() {
	$valeurs = ['editable' => true];
	foreach (cliquez_signalez_reglages() as $attribut => $valeur) {
		$valeurs[CLIQUEZ_SIGNALEZ_CHAMPS[$attribut]] = $valeur;
	}
	$valeurs['languages'] = cliquez_signalez_widget()->known($valeurs['languages']);

	return $valeurs;
}

/** Says what was expected in place of what cannot work. Nothing is kept then. */
function formulaires_configurer_cliquez_signalez_verifier_dist() {
	$widget = cliquez_signalez_widget();
	$langue = $GLOBALS['spip_lang'];
	$erreurs = [];
	foreach (cliquez_signalez_saisie() as $attribut => $valeur) {
		if ($probleme = $widget->problem($attribut, $valeur, url_de_base())) {
			$erreurs[CLIQUEZ_SIGNALEZ_CHAMPS[$attribut]] = $widget->sentence($probleme, $langue)
				. ' ' . $widget->sentence('kept', $langue);
		}
	}
	if ($erreurs) {
		$erreurs['message_erreur'] = _T('cliquez_signalez:rien_enregistre');
	}

	return $erreurs;
}

/** [11] Keeps the settings, and empties the caches of pages. */
function formulaires_configurer_cliquez_signalez_traiter_dist() {
	include_spip('inc/config');
	ecrire_config('cliquez_signalez', cliquez_signalez_saisie());
	include_spip('inc/invalideur');
	suivre_invalideur('cliquez_signalez');

	return ['message_ok' => _T('config_info_enregistree'), 'editable' => true];
}

/** What was written into the fields, by attribute. */
function cliquez_signalez_saisie(): array {
	$saisie = [];
	foreach (CLIQUEZ_SIGNALEZ_CHAMPS as $attribut => $champ) {
		$valeur = _request($champ) ?? '';
		$saisie[$attribut] = is_array($valeur) ? implode(' ', array_filter($valeur, 'is_string')) : trim($valeur);
	}

	return $saisie;
}
