<?php
/**
 * What leaves this site for the endpoint: the report, its key, and who relays it. Nothing of the visitor.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Posts a report to the endpoint.
 *
 * @param WP_REST_Request $request As the widget has posted it.
 * @return array|WP_Error
 */
function cliquez_signalez_relay_send( $request ) {
	return wp_safe_remote_post(
		cliquez_signalez_setting( 'endpoint' ),
		array(
			// The exact bytes: the endpoint compares them when a report comes twice.
			'body'                => $request->get_body(),
			'headers'             => cliquez_signalez_relay_headers( $request ),
			// Its default names the site's software and address.
			'user-agent'          => 'cliquez-signalez-wordpress/' . CLIQUEZ_SIGNALEZ_VERSION,
			'timeout'             => 10,
			'redirection'         => 0,
			// One more than the widget reads: an answer that was cut is none.
			'limit_response_size' => 16385,
			'cookies'             => array(),
		)
	);
}

/**
 * The headers, each chosen: what the visitor's browser says of itself stays here.
 *
 * @param WP_REST_Request $request As the widget has posted it.
 * @return array<string, string>
 */
function cliquez_signalez_relay_headers( $request ) {
	$headers = array(
		'Accept'       => 'application/json, application/problem+json',
		'Content-Type' => 'application/json',
		'Origin'       => cliquez_signalez_site_origin(),
	);
	foreach ( array( 'Idempotency-Key', 'Altcha' ) as $name ) {
		$value = (string) $request->get_header( $name );
		if ( preg_match( '/^[\x21-\x7e]{1,4096}$/', $value ) ) {
			$headers[ $name ] = $value;
		}
	}
	$secret = cliquez_signalez_relay_secret();
	if ( '' !== $secret ) {
		$headers['Authorization'] = "Bearer $secret";
	}
	return $headers;
}
