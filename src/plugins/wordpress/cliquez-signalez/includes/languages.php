<?php
/**
 * The names of languages and categories, for whoever edits or administers.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The languages that a button of this site can speak: French and English, and those whose files pages load.
 *
 * @return string[] Tags.
 */
function cliquez_signalez_spoken_languages() {
	return array_merge( array( 'fr', 'en' ), cliquez_signalez_widget()->loaded( cliquez_signalez_attributes() ) );
}

/**
 * The name of a language in itself, and whether it is a draft.
 *
 * @param string $tag Of the widget.
 * @return string
 */
function cliquez_signalez_language_label( $tag ) {
	$language = cliquez_signalez_widget()->languages()[ $tag ];
	return $language['name'] . ( $language['isDraft'] ? ' – ' . __( 'draft', 'cliquez-signalez' ) : '' );
}
