<?php
/**
 * The button's own place: floating on every page, or at the end of every post.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether the page that is being made gets a button by itself.
 *
 * @return bool
 */
function cliquez_signalez_is_placed_here() {
	$placement = cliquez_signalez_setting( 'placement' );
	return 'floating' === $placement || ( 'posts' === $placement && is_singular( 'post' ) );
}

/**
 * Prints the floating button at the end of every page.
 */
function cliquez_signalez_place_floating() {
	if ( 'floating' === cliquez_signalez_setting( 'placement' ) ) {
		// Escaped where it is made.
		echo cliquez_signalez_element( array( 'variant' => 'floating' ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
	}
}
// Before the scripts of the page's end.
add_action( 'wp_footer', 'cliquez_signalez_place_floating', 5 );

/**
 * Adds the button to the text of a post, where that post is what the page shows.
 *
 * @param string $content HTML of the post.
 * @return string
 */
function cliquez_signalez_place_in_post( $content ) {
	$is_text = is_main_query() && in_the_loop() && ! doing_filter( 'get_the_excerpt' );
	if ( ! $is_text || 'posts' !== cliquez_signalez_setting( 'placement' ) || ! is_singular( 'post' ) ) {
		return $content;
	}
	return $content . cliquez_signalez_render_shortcode( array() );
}
// After paragraphs were made of the text's lines.
add_filter( 'the_content', 'cliquez_signalez_place_in_post', 20 );
