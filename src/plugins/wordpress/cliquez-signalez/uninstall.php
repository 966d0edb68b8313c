<?php
/**
 * Uninstalling: every option and the style sheet of the accent colour go, on every site of a network.
 *
 * @package cliquez-signalez
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Deletes what the plugin has stored on the current site.
 */
function cliquez_signalez_forget_site() {
	delete_option( 'cliquez_signalez_settings' );
	delete_option( 'cliquez_signalez_relay_secret' );
	$folder = wp_upload_dir( null, false )['basedir'] . '/cliquez-signalez';
	foreach ( (array) glob( "$folder/accent-*.css" ) as $file ) {
		wp_delete_file( $file );
	}
	if ( is_dir( $folder ) ) {
		rmdir( $folder ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_operations_rmdir
	}
}

if ( is_multisite() ) {
	$cliquez_signalez_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $cliquez_signalez_sites as $cliquez_signalez_site ) {
		switch_to_blog( $cliquez_signalez_site );
		cliquez_signalez_forget_site();
		restore_current_blog();
	}
} else {
	cliquez_signalez_forget_site();
}
