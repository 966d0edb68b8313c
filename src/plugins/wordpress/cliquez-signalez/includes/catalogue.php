<?php
/**
 * The choices: categories, presets, languages. Read from a file that is made with the widget's own, so that they agree.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The catalogue.
 *
 * @return array{categories: array<string, array{fr: string, en: string}>, themes: string[], languages: array<string,
 *     array{name: string, isDraft: bool, isBuiltIn: bool, report: string, reportTo: string}>} By identifier or tag; the
 *     names of categories in French and English.
 */
function cliquez_signalez_catalogue() {
	static $catalogue = null;
	if ( null === $catalogue ) {
		$catalogue = wp_json_file_decode(
			plugin_dir_path( CLIQUEZ_SIGNALEZ_FILE ) . 'assets/catalogue.json',
			array( 'associative' => true )
		);
	}
	return $catalogue;
}

/**
 * Names of the categories, in the language of whoever is editing.
 *
 * @return array<string, string> Names by identifier, in the order of the form.
 */
function cliquez_signalez_category_names() {
	$language = 'fr' === cliquez_signalez_nearest_language( determine_locale() ) ? 'fr' : 'en';
	return array_map(
		static function ( $names ) use ( $language ) {
			return $names[ $language ];
		},
		cliquez_signalez_catalogue()['categories']
	);
}
