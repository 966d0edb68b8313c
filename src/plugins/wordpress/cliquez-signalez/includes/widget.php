<?php
/**
 * The widget in PHP, as all our plugins have it, and this site's settings under the names of its attributes.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * What plugins in PHP share: choices, rules of addresses, languages, the element, its scripts.
 *
 * @return object See php/widget.php.
 */
function cliquez_signalez_widget() {
	static $widget = null;
	if ( null === $widget ) {
		$widget = require plugin_dir_path( CLIQUEZ_SIGNALEZ_FILE ) . 'php/widget.php';
	}
	return $widget;
}

/**
 * The settings, by attribute.
 *
 * @return array<string, string>
 */
function cliquez_signalez_attributes() {
	$settings = cliquez_signalez_settings();
	return array(
		'endpoint'    => cliquez_signalez_endpoint(),
		'hotline'     => $settings['hotline'],
		'hotline-url' => $settings['hotline_url'],
		'privacy-url' => $settings['privacy_url'],
		'country'     => $settings['country'],
		'partner'     => $settings['partner'],
		'public-key'  => $settings['public_key'],
		'challenge'   => cliquez_signalez_challenge(),
		// In the editor, nothing is asked of the hotline.
		'follow-up'   => cliquez_signalez_is_preview() ? '' : $settings['follow_up'],
		'lang'        => 'site' === $settings['language'] ? '' : $settings['language'],
		'languages'   => $settings['languages'],
		'theme'       => $settings['theme'],
		'size'        => $settings['size'],
		'embed'       => 'wordpress',
	);
}

/**
 * Destination of the page's forms: the endpoint, or this site's relay. In the editor, an address that takes nothing.
 *
 * @return string
 */
function cliquez_signalez_endpoint() {
	$endpoint = cliquez_signalez_setting( 'endpoint' );
	if ( '' === $endpoint || cliquez_signalez_is_preview() ) {
		return '' === $endpoint ? '' : wp_make_link_relative( rest_url( 'cliquez-signalez/v1/nowhere' ) );
	}
	// Without a host: a page that is reached by another name of the site must not post across origins.
	return cliquez_signalez_relay_is_on() ? wp_make_link_relative( rest_url( 'cliquez-signalez/v1/reports' ) ) : $endpoint;
}

/**
 * Address of the proof of work: the hotline's, or the relay, which is shared by everybody who reports here.
 *
 * @return string Empty in the editor.
 */
function cliquez_signalez_challenge() {
	if ( cliquez_signalez_is_preview() ) {
		return '';
	}
	return cliquez_signalez_relay_is_on() ? wp_make_link_relative( rest_url( 'cliquez-signalez/v1/challenge' ) ) : cliquez_signalez_setting( 'challenge' );
}
