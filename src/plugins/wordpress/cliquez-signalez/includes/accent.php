<?php
/**
 * The accent colour as a style sheet among the site's uploads: a style in the page itself would need a policy's permission.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The folder of the file, and its address. No folder is made.
 *
 * @return array{path: string, url: string}
 */
function cliquez_signalez_accent_folder() {
	$uploads = wp_upload_dir( null, false );
	return array(
		'path' => $uploads['basedir'] . '/cliquez-signalez/',
		'url'  => set_url_scheme( $uploads['baseurl'] . '/cliquez-signalez/' ),
	);
}

/**
 * Name of the file of a colour. Each colour has one of its own, so that no cache shows the one before.
 *
 * @param string $accent Colour, such as `#0b5cff`.
 * @return string
 */
function cliquez_signalez_accent_file( $accent ) {
	return 'accent-' . strtolower( substr( $accent, 1 ) ) . '.css';
}

/**
 * Address of the style sheet of the colour that is set.
 *
 * @return string Empty where no colour is set, and where its file is not there.
 */
function cliquez_signalez_accent_url() {
	$accent = sanitize_hex_color( cliquez_signalez_setting( 'accent' ) );
	$folder = cliquez_signalez_accent_folder();
	$file   = $accent ? cliquez_signalez_accent_file( $accent ) : '';
	return '' !== $file && file_exists( $folder['path'] . $file ) ? $folder['url'] . $file : '';
}

/**
 * Writes the file of a colour.
 *
 * @param string $accent Colour, such as `#0b5cff`.
 * @return bool Whether it is there now.
 */
function cliquez_signalez_write_accent( $accent ) {
	global $wp_filesystem;
	require_once ABSPATH . 'wp-admin/includes/file.php';
	$path = cliquez_signalez_accent_folder()['path'];
	$file = $path . cliquez_signalez_accent_file( $accent );
	return file_exists( $file )
		|| ( wp_mkdir_p( $path ) && WP_Filesystem() && $wp_filesystem->put_contents( $file, "cliquez-signalez { --cs-accent: $accent }\n" ) );
}

/**
 * Brings the file up to date once the settings are stored: the colour's file is there, and no other.
 */
function cliquez_signalez_renew_accent() {
	$accent = sanitize_hex_color( cliquez_signalez_setting( 'accent' ) );
	$kept   = $accent ? cliquez_signalez_accent_file( $accent ) : '';
	foreach ( (array) glob( cliquez_signalez_accent_folder()['path'] . 'accent-*.css' ) as $file ) {
		if ( basename( $file ) !== $kept ) {
			wp_delete_file( $file );
		}
	}
	if ( $accent ) {
		cliquez_signalez_write_accent( $accent );
	}
}
add_action( 'add_option_cliquez_signalez_settings', 'cliquez_signalez_renew_accent' );
add_action( 'update_option_cliquez_signalez_settings', 'cliquez_signalez_renew_accent' );

/**
 * Writes a file that is missing: after an upgrade, or where the uploads were emptied.
 */
function cliquez_signalez_mend_accent() {
	if ( '' === cliquez_signalez_accent_url() && '' !== cliquez_signalez_setting( 'accent' ) ) {
		cliquez_signalez_renew_accent();
	}
}
add_action( 'admin_init', 'cliquez_signalez_mend_accent' );
