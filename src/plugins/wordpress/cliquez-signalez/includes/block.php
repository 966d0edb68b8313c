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
	$element = cliquez_signalez_element( cliquez_signalez_choices( $attributes ) );
	if ( '' === $element && cliquez_signalez_is_preview() ) {
		$element = '<p>' . esc_html__( 'Nothing is shown to visitors yet: the address of the hotline’s own form is not set.', 'cliquez-signalez' ) . '</p>';
	}
	if ( '' === $element ) {
		return '';
	}
	cliquez_signalez_enqueue();
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $element );
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
	$handle    = generate_block_asset_handle( 'cliquez-signalez/button', 'editorScript' );
	$catalogue = cliquez_signalez_catalogue();
	$spoken    = cliquez_signalez_spoken_languages();
	$given     = array(
		'modules'    => array_map(
			static function ( $file ) {
				return add_query_arg( 'ver', CLIQUEZ_SIGNALEZ_VERSION, cliquez_signalez_url( "assets/$file.js" ) );
			},
			array_merge( preg_replace( '/^/', 'locales/', cliquez_signalez_loaded_languages() ), array( 'cliquez-signalez' ) )
		),
		'languages'  => array_combine( $spoken, array_map( 'cliquez_signalez_language_label', $spoken ) ),
		'categories' => cliquez_signalez_category_names(),
		'themes'     => $catalogue['themes'],
		'settings'   => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=cliquez-signalez' ) : '',
	);
	wp_add_inline_script( $handle, 'window.cliquezSignalezEditor = ' . wp_json_encode( $given ) . ';', 'before' );
	wp_set_script_translations( $handle, 'cliquez-signalez', plugin_dir_path( CLIQUEZ_SIGNALEZ_FILE ) . 'languages' );
}
add_action( 'enqueue_block_editor_assets', 'cliquez_signalez_prepare_editor' );
