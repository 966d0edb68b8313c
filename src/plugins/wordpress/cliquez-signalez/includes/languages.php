<?php
/**
 * The form's languages: which there are, whose files a page loads, and among which reporters can choose.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The language that the widget has for a tag: `de` for `de-AT`, or English.
 *
 * @param string $tag Language tag or locale, such as `fr-CA` or `fr_CA`.
 * @return string A tag of the catalogue.
 */
function cliquez_signalez_nearest_language( $tag ) {
	$languages = cliquez_signalez_catalogue()['languages'];
	$part      = strtolower( str_replace( '_', '-', $tag ) );
	while ( '' !== $part && ! isset( $languages[ $part ] ) ) {
		$part = preg_replace( '/-?[^-]*$/', '', $part );
	}
	return '' === $part ? 'en' : $part;
}

/**
 * The tags of a list, each once, without those that the widget does not know.
 *
 * @param string $text Tags with spaces or commas between them.
 * @return string[]
 */
function cliquez_signalez_known_tags( $text ) {
	$tags = preg_split( '/[\s,]+/', strtolower( $text ), -1, PREG_SPLIT_NO_EMPTY );
	return array_values( array_intersect( array_unique( $tags ), array_keys( cliquez_signalez_catalogue()['languages'] ) ) );
}

/**
 * The languages whose files every page with a button loads: those that are ticked, and the one that is set for the whole
 * site. French and English are part of the widget.
 *
 * @return string[] Tags.
 */
function cliquez_signalez_loaded_languages() {
	$languages = cliquez_signalez_catalogue()['languages'];
	$chosen    = cliquez_signalez_known_tags( cliquez_signalez_setting( 'languages' ) . ' ' . cliquez_signalez_setting( 'language' ) );
	return array_values(
		array_filter(
			$chosen,
			static function ( $tag ) use ( $languages ) {
				return ! $languages[ $tag ]['isBuiltIn'];
			}
		)
	);
}

/**
 * The languages that a button of this site can speak.
 *
 * @return string[] Tags.
 */
function cliquez_signalez_spoken_languages() {
	return array_merge( array( 'fr', 'en' ), cliquez_signalez_loaded_languages() );
}

/**
 * The attribute with which reporters can choose a language.
 *
 * @param string $chosen Tags that a block or a shortcode names; empty for those of the settings.
 * @return string Tags with spaces between them; empty where there are not two.
 */
function cliquez_signalez_languages_to_choose( $chosen ) {
	$tags = cliquez_signalez_known_tags( '' === $chosen ? cliquez_signalez_setting( 'languages' ) : $chosen );
	$tags = array_intersect( $tags, cliquez_signalez_spoken_languages() );
	return count( $tags ) > 1 ? implode( ' ', $tags ) : '';
}

/**
 * The name of a language in itself, and whether it is a draft.
 *
 * @param string $tag Of the catalogue.
 * @return string
 */
function cliquez_signalez_language_label( $tag ) {
	$language = cliquez_signalez_catalogue()['languages'][ $tag ];
	return $language['name'] . ( $language['isDraft'] ? ' – ' . __( 'draft', 'cliquez-signalez' ) : '' );
}
