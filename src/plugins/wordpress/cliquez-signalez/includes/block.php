<?php
/**
 * The block: registered from block.json, rendered here, shown live in the editor without sending anything.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the block.
 */
function cliquez_signalez_register_block() {
	register_block_type( plugin_dir_path( CLIQUEZ_SIGNALEZ_FILE ) . 'block', array( 'render_callback' => 'cliquez_signalez_render_block' ) );
}
add_action( 'init', 'cliquez_signalez_register_block' );

/**
 * The block's HTML. Its own box is a block of the text column; the bare element, inline, would stand outside of it.
 *
 * @param array<string, mixed> $attributes Of the block.
 * @return string
 */
function cliquez_signalez_render_block( $attributes ) {
	$written = cliquez_signalez_written( $attributes );
	$element = cliquez_signalez_element( $written );
	if ( cliquez_signalez_is_preview() ) {
		$element .= cliquez_signalez_remarks( $written, '' !== $element );
	}
	if ( '' === $element ) {
		return '';
	}
	cliquez_signalez_enqueue();
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $element );
}

/**
 * What the preview says to whoever writes.
 *
 * @param array<string, string|true> $written  As `cliquez_signalez_written()` gives it.
 * @param bool                       $is_shown Whether visitors see a button.
 * @return string HTML, already escaped.
 */
function cliquez_signalez_remarks( $written, $is_shown ) {
	$html = '';
	if ( ! $is_shown ) {
		$html .= '<p>' . esc_html__( 'Nothing is shown to visitors yet: the endpoint or the address of the hotline’s own form is not set.', 'cliquez-signalez' ) . '</p>';
	}
	// What the block has besides, such as its alignment, is WordPress's own.
	$chosen  = array_flip( array( 'category', 'lang', 'languages', 'size', 'theme' ) );
	$refused = cliquez_signalez_widget()->refused( array_intersect_key( $written, $chosen ) );
	if ( $refused ) {
		/* translators: %s: names of attributes */
		$html .= '<p>' . esc_html( sprintf( __( 'This version takes no notice of: %s.', 'cliquez-signalez' ), implode( ', ', $refused ) ) ) . '</p>';
	}
	return $html;
}

/**
 * Whether the editor is asking for the block, to show it to whoever writes.
 *
 * @param bool|null $now Says so, when given.
 * @return bool
 */
function cliquez_signalez_is_preview( $now = null ) {
	static $is_preview = false;
	if ( null !== $now ) {
		$is_preview = $now;
	}
	return $is_preview;
}

/**
 * Finds out before the block is rendered.
 *
 * @param mixed           $response Passed on.
 * @param array           $handler  Of the route.
 * @param WP_REST_Request $request  What is asked.
 * @return mixed
 */
function cliquez_signalez_notice_preview( $response, $handler, $request ) {
	cliquez_signalez_is_preview( 0 === strpos( $request->get_route(), '/wp/v2/block-renderer/cliquez-signalez/' ) );
	return $response;
}
add_filter( 'rest_request_before_callbacks', 'cliquez_signalez_notice_preview', 10, 3 );

/**
 * Gives the block's script what it cannot know: where the widget is, what can be chosen, and its translations.
 */
function cliquez_signalez_prepare_editor() {
	$handle  = generate_block_asset_handle( 'cliquez-signalez/button', 'editorScript' );
	$widget  = cliquez_signalez_widget();
	$spoken  = cliquez_signalez_spoken_languages();
	$scripts = $widget->scripts( cliquez_signalez_attributes() );
	$given   = array(
		'modules'    => array_map(
			static function ( $path, $version ) {
				return add_query_arg( 'ver', $version, cliquez_signalez_url( "assets/$path" ) );
			},
			array_keys( $scripts ),
			$scripts
		),
		'languages'  => array_combine( $spoken, array_map( 'cliquez_signalez_language_label', $spoken ) ),
		'categories' => $widget->categories( determine_locale() ),
		'themes'     => $widget->words( 'theme' ),
		'settings'   => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=cliquez-signalez' ) : '',
	);
	wp_add_inline_script( $handle, 'window.cliquezSignalezEditor = ' . wp_json_encode( $given ) . ';', 'before' );
	wp_set_script_translations( $handle, 'cliquez-signalez', plugin_dir_path( CLIQUEZ_SIGNALEZ_FILE ) . 'languages' );
}
add_action( 'enqueue_block_editor_assets', 'cliquez_signalez_prepare_editor' );
