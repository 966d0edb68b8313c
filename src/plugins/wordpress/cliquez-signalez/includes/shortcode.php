<?php
/**
 * The shortcode, for classic editors, widgets and templates: [cliquez_signalez variant="link" label="Signaler"].
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The shortcode's HTML. A link or an icon may stand in a sentence; everything else has a box of its own.
 *
 * @param array<string, string>|string $attributes As they were written.
 * @return string
 */
function cliquez_signalez_render_shortcode( $attributes ) {
	// WordPress gives a bare word a number in place of a name. Without this, [cliquez_signalez practice] would send.
	if ( is_array( $attributes ) ) {
		$bare = array_filter( $attributes, 'is_int', ARRAY_FILTER_USE_KEY );
		foreach ( array( 'practice', 'easy' ) as $name ) {
			if ( in_array( $name, $bare, true ) ) {
				$attributes[ $name ] = true;
			}
		}
	}
	$written = cliquez_signalez_written( $attributes );
	$element = cliquez_signalez_element( $written );
	if ( '' === $element ) {
		return '';
	}
	cliquez_signalez_enqueue();
	$is_inline = isset( $written['variant'] ) && in_array( $written['variant'], array( 'link', 'icon', 'floating' ), true );
	return $is_inline ? $element : "<div class=\"cliquez-signalez\">$element</div>";
}
add_shortcode( 'cliquez_signalez', 'cliquez_signalez_render_shortcode' );
