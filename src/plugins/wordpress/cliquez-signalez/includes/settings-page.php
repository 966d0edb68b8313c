<?php
/**
 * The page Settings → Cliquez, Signalez !.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Adds the page, for those who may manage the site's options.
 */
function cliquez_signalez_add_page() {
	add_options_page( 'Cliquez, Signalez !', 'Cliquez, Signalez !', 'manage_options', 'cliquez-signalez', 'cliquez_signalez_draw_page' );
}
add_action( 'admin_menu', 'cliquez_signalez_add_page' );

/**
 * Registers its sections and fields.
 */
function cliquez_signalez_add_fields() {
	foreach ( cliquez_signalez_sections() as $section => $content ) {
		add_settings_section( $section, $content['title'], '__return_null', 'cliquez-signalez' );
		foreach ( $content['fields'] as $name => list( $label, $description, $kind ) ) {
			add_settings_field(
				$name,
				$label,
				'cliquez_signalez_draw_field',
				'cliquez-signalez',
				$section,
				array(
					// A group of boxes has a legend of its own.
					'label_for'   => 'languages' === $kind ? '' : "cliquez-signalez-$name",
					'name'        => $name,
					'label'       => $label,
					'kind'        => $kind,
					'description' => $description,
				)
			);
		}
	}
}
// When the page is asked for, and not before: the fields are not needed anywhere else.
add_action( 'load-settings_page_cliquez-signalez', 'cliquez_signalez_add_fields' );

/**
 * Draws it.
 */
function cliquez_signalez_draw_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>Cliquez, Signalez !</h1>';
	printf(
		'<div class="notice notice-info inline"><p><strong>%s</strong> %s</p></div>',
		esc_html__( 'The agreement of the hotline comes first.', 'cliquez-signalez' ),
		esc_html__( 'A hotline has to agree to receive your reports; it then gives you an endpoint and, if you wish, a partner identifier. Its names belong to it.', 'cliquez-signalez' )
	);
	echo '<form action="options.php" method="post">';
	settings_fields( 'cliquez-signalez' );
	do_settings_sections( 'cliquez-signalez' );
	submit_button();
	echo '</form></div>';
}

/**
 * Adds a link to the page to the plugin's line in the list of plugins.
 *
 * @param string[] $links Of the line.
 * @return string[]
 */
function cliquez_signalez_link_page( $links ) {
	$url = admin_url( 'options-general.php?page=cliquez-signalez' );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Settings', 'cliquez-signalez' ) ) );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( CLIQUEZ_SIGNALEZ_FILE ), 'cliquez_signalez_link_page' );
