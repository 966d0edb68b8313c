<?php
/**
 * Uninstalling: every option goes, on every site of a network. The plugin keeps nothing else anywhere.
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
