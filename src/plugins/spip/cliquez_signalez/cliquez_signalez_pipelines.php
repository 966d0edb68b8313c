<?php
// What the plugin adds: to pages its style sheet, its scripts where there is a button, and a floating button; to the
// editor a tool.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

include_spip('inc/cliquez_signalez');

/** Pages of readers who sign in, not of those who may see reportable content. */
const CLIQUEZ_SIGNALEZ_SANS_BOUTON = ['login', 'identifiants', 'spip_pass'];

/** [5] The room of the button until its script has come. */
function cliquez_signalez_insert_head_css($flux) {
	$widget = cliquez_signalez_widget();
	if ($widget->isReady(cliquez_signalez_reglages())) {
		$flux .= $widget->styleTag(cliquez_signalez_dossier());
	}

	return $flux;
}

/** At the end, outside of SPIP's caches: pages have scripts only where they have a button. */
function cliquez_signalez_affichage_final($page) {
	// [12] Feeds and other formats without scripts get the link.
	if (empty($GLOBALS['html'])) {
		return cliquez_signalez_liens_seuls($page);
	}

	return cliquez_signalez_scripts(cliquez_signalez_flottant($page));
}

function cliquez_signalez_affichage_final_prive($page) {
	return cliquez_signalez_scripts($page);
}

/**
 * The element's tags are taken out, whether the format escapes its HTML or not; the link in it stays. The first one goes
 * until that link: what SPIP puts into feeds has lost the escaping of its attributes.
 */
function cliquez_signalez_liens_seuls($page) {
	return preg_replace('~(?:<|&lt;)cliquez-signalez\b.*?(?=(?:<|&lt;)a\s)|(?:<|&lt;)/cliquez-signalez(?:>|&gt;)~s', '', $page);
}

/** Summaries leave the model out: its link is not what an article says. */
function cliquez_signalez_declarer_tables_interfaces($interfaces) {
	foreach ($interfaces['table_des_traitements']['INTRODUCTION'] ?? [] as $cle => $traitement) {
		$interfaces['table_des_traitements']['INTRODUCTION'][$cle] =
			str_replace('%s', 'cliquez_signalez_sans_modele(%s)', $traitement);
	}

	return $interfaces;
}

/** A text without the model. */
function cliquez_signalez_sans_modele($texte) {
	return preg_replace('~<cliquez_signalez\s*\d*\s*\|[^>]*>~i', '', $texte ?? '');
}

/** The floating button of every page. */
function cliquez_signalez_flottant($page) {
	$reglages = cliquez_signalez_reglages();
	if ($reglages['placement'] === '' || in_array(_request('page'), CLIQUEZ_SIGNALEZ_SANS_BOUTON, true)) {
		return $page;
	}
	$fin = strripos($page, '</body>');
	if ($fin === false) {
		return $page;
	}
	$langue = extraire_attribut(extraire_balise($page, 'html'), 'lang');
	$html = cliquez_signalez_widget()->element(
		$reglages,
		['variant' => 'floating', 'placement' => $reglages['placement']],
		['language' => $langue ?: $GLOBALS['spip_lang'], 'inert' => cliquez_signalez_est_apercu()]
	);

	return substr_replace($page, $html, $fin, 0);
}

/** [3, 10] The scripts, with an address and no text of their own. */
function cliquez_signalez_scripts($page) {
	$tete = strpos($page, '<cliquez-signalez') === false ? false : stripos($page, '</head>');
	if ($tete === false) {
		return $page;
	}
	$scripts = cliquez_signalez_widget()->scriptTags(cliquez_signalez_dossier(), cliquez_signalez_reglages());

	return substr_replace($page, $scripts, $tete, 0);
}

/** The editor's tool, for articles; not for the comments of visitors. */
function cliquez_signalez_porte_plume_barre_pre_charger($barres) {
	$barres['edition']->ajouterApres('notes', [
		'id' => 'cliquez_signalez',
		'name' => _T('cliquez_signalez:outil'),
		'className' => 'outil_cliquez_signalez',
		'replaceWith' => "\n\n<cliquez_signalez|>\n\n",
		'display' => true,
	]);

	return $barres;
}

function cliquez_signalez_porte_plume_lien_classe_vers_icone($icones) {
	return $icones + ['outil_cliquez_signalez' => find_in_path('prive/themes/spip/images/cliquez_signalez-xx.svg')];
}
