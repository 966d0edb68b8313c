<?php
// What skeletons write: the model of texts, the tag of templates, and the words of the page of settings.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

include_spip('inc/cliquez_signalez');

/**
 * The model `<cliquez_signalez|variant=bar|easy>`, from the arguments that stand in the text, never from the page's address.
 *
 * @param array|null $args attribute => value
 * @param string|null $premier a first word without a value, which SPIP takes for a class
 */
function cliquez_signalez_modele($args, $premier = ''): string {
	$ecrit = is_array($args) ? $args : [];
	if (is_string($premier) && $premier !== '') {
		$ecrit[$premier] = $premier;
	}

	return cliquez_signalez_element($ecrit);
}

/**
 * `#CLIQUEZ_SIGNALEZ{variant=bar,size=l}` in a template.
 *
 * @param Champ $p
 */
function balise_CLIQUEZ_SIGNALEZ_dist($p) {
	$arguments = argumenter_inclure($p->param, true, $p, $p->boucles, $p->id_boucle, false);
	$p->code = 'cliquez_signalez_element(array(' . implode(', ', $arguments ?: []) . '))';
	$p->interdire_scripts = false;

	return $p;
}

/** A text of the page of settings: the name of a field (`champ`), or what it is for (`aide`), where there is one. */
function cliquez_signalez_texte(string $champ, string $genre): string {
	return _T("cliquez_signalez:{$genre}_$champ", [], ['force' => false]);
}

/**
 * The choices of a field, as value => words.
 *
 * @return string[]
 */
function cliquez_signalez_mots(string $champ): array {
	if ($champ === 'languages') {
		return cliquez_signalez_langues();
	}
	if ($champ === 'language') {
		return ['' => _T('cliquez_signalez:language_du_site')] + cliquez_signalez_langues();
	}
	$valeurs = cliquez_signalez_widget()->words($champ);
	if ($champ === 'theme') {
		return array_combine($valeurs, array_map('ucfirst', $valeurs));
	}
	$mots = $champ === 'placement' ? ['' => _T('cliquez_signalez:placement_aucun')] : [];
	foreach ($valeurs as $valeur) {
		$mots[$valeur] = _T("cliquez_signalez:{$champ}_" . strtr($valeur, '-', '_'));
	}

	return $mots;
}

/**
 * [7] Each language in itself, with a word for one that no native speaker has read.
 *
 * @return string[] by tag
 */
function cliquez_signalez_langues(): array {
	return array_map(static function ($langue) {
		return $langue['name'] . ($langue['isDraft'] ? ' – ' . _T('cliquez_signalez:ebauche') : '');
	}, cliquez_signalez_widget()->languages());
}
