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
 * Makes the widget's scripts and its style known. Languages come first: scripts run in this order. The style keeps the button's place until the script has come; it is a
 * file, not a part of the page, so that it holds under a Content-Security-Policy too.
 */
function cliquez_signalez_register_assets() {
	foreach ( cliquez_signalez_loaded_languages() as $tag ) {
		wp_register_script_module( "cliquez-signalez-$tag", cliquez_signalez_url( "assets/locales/$tag.js" ), array(), CLIQUEZ_SIGNALEZ_VERSION );
	}
	wp_register_script_module( 'cliquez-signalez', cliquez_signalez_url( 'assets/cliquez-signalez.js' ), array(), CLIQUEZ_SIGNALEZ_VERSION );
	wp_register_style( 'cliquez-signalez', cliquez_signalez_url( 'page.css' ), array(), CLIQUEZ_SIGNALEZ_VERSION );
	$accent = sanitize_hex_color( cliquez_signalez_setting( 'accent' ) );
	if ( $accent ) {
		wp_add_inline_style( 'cliquez-signalez', "cliquez-signalez { --cs-accent: $accent }" );
	}
}
add_action( 'init', 'cliquez_signalez_register_assets', 9 );

/**
 * Puts them on the page.
 */
function cliquez_signalez_enqueue() {
	foreach ( cliquez_signalez_loaded_languages() as $tag ) {
		wp_enqueue_script_module( "cliquez-signalez-$tag" );
	}
	wp_enqueue_script_module( 'cliquez-signalez' );
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
