<?php
/**
 * The site's settings: one option for everything, and one apart for the secret of the relay.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The settings of a site that has set nothing. No endpoint and no hotline is ever filled in: a hotline has to agree first.
 *
 * @return array<string, string>
 */
function cliquez_signalez_defaults() {
	return array(
		'endpoint'    => '',
		'hotline'     => '',
		'hotline_url' => '',
		'privacy_url' => '',
		'country'     => '',
		'language'    => 'site',
		'languages'   => '',
		'theme'       => 'signal',
		'size'        => '',
		'accent'      => '',
		'placement'   => 'none',
		'partner'     => '',
		'public_key'  => '',
		'challenge'   => '',
		'follow_up'   => '',
		'relay'       => '',
	);
}

/**
 * All settings.
 *
 * @return array<string, string>
 */
function cliquez_signalez_settings() {
	$stored = get_option( 'cliquez_signalez_settings' );
	return array_intersect_key( is_array( $stored ) ? $stored : array(), cliquez_signalez_defaults() ) + cliquez_signalez_defaults();
}

/**
 * One setting.
 *
 * @param string $name Its name in `cliquez_signalez_defaults()`.
 * @return string
 */
function cliquez_signalez_setting( $name ) {
	return cliquez_signalez_settings()[ $name ];
}

/**
 * The secret that the relay shows to the endpoint. What stands in wp-config.php comes before what stands in the database.
 *
 * @return string Empty where there is none.
 */
function cliquez_signalez_relay_secret() {
	if ( defined( 'CLIQUEZ_SIGNALEZ_RELAY_SECRET' ) ) {
		return (string) CLIQUEZ_SIGNALEZ_RELAY_SECRET;
	}
	// In an array, because WordPress has a page (options.php) that prints every option that is a plain text.
	$stored = get_option( 'cliquez_signalez_relay_secret' );
	return is_array( $stored ) && isset( $stored['secret'] ) ? $stored['secret'] : '';
}

/**
 * Keeps the secret out of what every page of the site loads.
 */
function cliquez_signalez_keep_secret_apart() {
	wp_set_option_autoload( 'cliquez_signalez_relay_secret', false );
}
add_action( 'add_option_cliquez_signalez_relay_secret', 'cliquez_signalez_keep_secret_apart' );
