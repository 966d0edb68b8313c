<?php
/**
 * The widget's files, all of them the plugin's own, and only on pages that need them.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Address of a file of the plugin.
 *
 * @param string $path Path in the plugin's folder.
 * @return string
 */
function cliquez_signalez_url( $path ) {
	return plugins_url( $path, CLIQUEZ_SIGNALEZ_FILE );
}

/**
 * Makes the style known, which keeps the button's place until the script has come. It is a file, and no part of the page:
 * it holds under a Content-Security-Policy too.
 */
function cliquez_signalez_register_style() {
	$accent = cliquez_signalez_accent_url();
	if ( '' !== $accent ) {
		// Its name has the colour in it.
		wp_register_style( 'cliquez-signalez-accent', $accent, array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
	wp_register_style( 'cliquez-signalez', cliquez_signalez_url( 'page.css' ), '' === $accent ? array() : array( 'cliquez-signalez-accent' ), CLIQUEZ_SIGNALEZ_VERSION );
}
add_action( 'init', 'cliquez_signalez_register_style', 9 );

/**
 * Puts the widget on the page. Scripts run in this order: languages come first.
 */
function cliquez_signalez_enqueue() {
	foreach ( cliquez_signalez_widget()->scripts( cliquez_signalez_attributes() ) as $path => $version ) {
		$name = basename( $path, '.js' );
		wp_enqueue_script_module( 'cliquez-signalez' === $name ? $name : "cliquez-signalez-$name", cliquez_signalez_url( "assets/$path" ), array(), $version );
	}
	wp_enqueue_style( 'cliquez-signalez' );
}

/**
 * Does so early where the page is known to hold a widget: a style that comes after the button comes too late.
 */
function cliquez_signalez_enqueue_early() {
	$post       = is_singular() ? get_post() : null;
	$is_in_post = $post && ( has_block( 'cliquez-signalez/button', $post ) || has_shortcode( $post->post_content, 'cliquez_signalez' ) );
	if ( $is_in_post || cliquez_signalez_is_placed_here() ) {
		cliquez_signalez_enqueue();
	}
}
add_action( 'wp_enqueue_scripts', 'cliquez_signalez_enqueue_early' );
