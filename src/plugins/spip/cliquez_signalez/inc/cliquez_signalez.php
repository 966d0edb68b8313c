<?php
// The settings, and the widget's HTML from them. The numbers are those of src/plugins/cms/README.md.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/**
 * [2] The settings: attribute => name of its field. `lang` is a word of SPIP's own in every form.
 */
const CLIQUEZ_SIGNALEZ_CHAMPS = [
	'endpoint' => 'endpoint',
	'hotline' => 'hotline',
	'hotline-url' => 'hotline_url',
	'privacy-url' => 'privacy_url',
	'country' => 'country',
	'lang' => 'language',
	'languages' => 'languages',
	'placement' => 'placement',
	'theme' => 'theme',
	'size' => 'size',
	'partner' => 'partner',
	'public-key' => 'public_key',
	'challenge' => 'challenge',
	'follow-up' => 'follow_up',
];

/** The shared code of the plugins in PHP, which has the rules. */
function cliquez_signalez_widget() {
	static $widget;

	return $widget = $widget ?? require __DIR__ . '/../php/widget.php';
}

/** The settings by attribute, each of them there; no endpoint is set in advance. [1] */
function cliquez_signalez_reglages(): array {
	include_spip('inc/config');

	return lire_config('cliquez_signalez', [])
		+ ['theme' => 'signal', 'size' => 'm']
		+ array_fill_keys(array_keys(CLIQUEZ_SIGNALEZ_CHAMPS), '');
}

/** [12] Whether authors look at what is not published, or at the private area: nothing can be sent from there. */
function cliquez_signalez_est_apercu(): bool {
	return test_espace_prive() || (defined('_VAR_PREVIEW') && _VAR_PREVIEW);
}

/**
 * The element in a block of its own: beside a button, text would move when the button comes. [5]
 *
 * @param array $ecrit what an author wrote: attribute => value, or an integer => attribute without a value
 */
function cliquez_signalez_element(array $ecrit): string {
	$widget = cliquez_signalez_widget();
	$ecrit = cliquez_signalez_attributs($ecrit);
	$est_apercu = cliquez_signalez_est_apercu();
	$reglages = cliquez_signalez_reglages();
	// Where the button floats is the choice of one that floats.
	unset($reglages['placement']);
	$page = ['language' => $GLOBALS['spip_lang'], 'inert' => $est_apercu];
	$html = ($est_apercu ? cliquez_signalez_remarques($ecrit) : '') . $widget->element($reglages, $ecrit, $page);

	return $html === '' ? '' : "<div class=\"cliquez-signalez\">$html</div>";
}

/** In SPIP, an attribute without a value has its name as its value, and names have underscores. */
function cliquez_signalez_attributs(array $ecrit): array {
	$attributs = [];
	foreach ($ecrit as $nom => $valeur) {
		$attributs[strtr(strtolower($nom), '_', '-')] = is_string($valeur) ? trim($valeur) : $valeur;
	}

	return $attributs;
}

/** A note on previews, for authors. */
function cliquez_signalez_remarques(array $ecrit): string {
	$widget = cliquez_signalez_widget();
	$remarques = [];
	if (!$widget->isReady(cliquez_signalez_reglages())) {
		$remarques[] = _T('cliquez_signalez:pas_encore');
	}
	if ($refuses = $widget->refused($ecrit)) {
		$noms = $widget->escape(implode(', ', $refuses));
		$remarques[] = _T('cliquez_signalez:attributs_refuses', ['noms' => $noms]);
	}

	return $remarques ? '<strong>' . implode(' ', $remarques) . '</strong> ' : '';
}

/** Address of the folder with the widget's files, for pages at any depth. [3] */
function cliquez_signalez_dossier(): string {
	$depuis_racine = substr(_DIR_PLUGIN_CLIQUEZ_SIGNALEZ, strlen(_DIR_RACINE));

	return parse_url(url_de_base(), PHP_URL_PATH) . $depuis_racine . 'widget/';
}
