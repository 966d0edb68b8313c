<?php
/**
 * What can be chosen: categories, presets, sizes. Read from a file that is made with the widget's own, so that they agree.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The catalogue.
 *
 * @return array{categories: array<string, array{fr: string, en: string}>, themes: string[], variants: string[],
 *     sizes: string[], schemes: string[]} Identifiers; the names of categories in both languages.
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
	$language = cliquez_signalez_language_of( determine_locale() );
	return array_map(
		static function ( $names ) use ( $language ) {
			return $names[ $language ];
		},
		cliquez_signalez_catalogue()['categories']
	);
}

/**
 * The language that the widget has for a tag: French for what is French, English for everything else.
 *
 * @param string $tag Language tag or locale, such as `fr-CA` or `fr_CA`.
 * @return string `fr` or `en`.
 */
function cliquez_signalez_language_of( $tag ) {
	return 'fr' === strtolower( substr( $tag, 0, 2 ) ) ? 'fr' : 'en';
}
