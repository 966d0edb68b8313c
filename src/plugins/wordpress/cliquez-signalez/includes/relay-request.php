<?php
/**
 * The request that leaves this site for the endpoint: the report, its key, the relay's name. Nothing of the visitor.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Posts a report to the endpoint.
 *
 * @param WP_REST_Request $request     As the widget has posted it.
 * @param bool            $with_secret Whether the site vouches for it.
 * @return array|WP_Error
 */
function cliquez_signalez_relay_send( $request, $with_secret ) {
	// The exact bytes: the endpoint compares them when a report comes twice.
	$arguments = array(
		'method'  => 'POST',
		'body'    => $request->get_body(),
		'headers' => cliquez_signalez_relay_headers( $request ) + cliquez_signalez_relay_authorization( $with_secret ),
	);
	return wp_safe_remote_request( cliquez_signalez_setting( 'endpoint' ), $arguments + cliquez_signalez_relay_manners() );
}

/**
 * Asks the endpoint for a proof of work; it is given beside the address of reports.
 *
 * @param bool $with_secret Whether the site asks for a visitor whom it vouches for.
 * @return array|WP_Error
 */
function cliquez_signalez_relay_ask( $with_secret ) {
	$address = preg_replace( '#[^/]*(\?.*)?$#s', 'challenge', cliquez_signalez_setting( 'endpoint' ), 1 );
	$headers = array(
		'Accept' => 'application/json',
		'Origin' => cliquez_signalez_site_origin(),
	);
	$arguments = array( 'headers' => $headers + cliquez_signalez_relay_authorization( $with_secret ) );
	return wp_safe_remote_request( $address, $arguments + cliquez_signalez_relay_manners() );
}

/**
 * How every request to the endpoint is made.
 *
 * @return array<string, mixed>
 */
function cliquez_signalez_relay_manners() {
	return array(
		// Its default names the site's software and address.
		'user-agent'          => 'cliquez-signalez-wordpress/' . CLIQUEZ_SIGNALEZ_VERSION,
		'timeout'             => 10,
		'redirection'         => 0,
		// One more than the widget reads: an answer that was cut is none.
		'limit_response_size' => 16385,
		'cookies'             => array(),
	);
}

/**
 * The header that shows the secret.
 *
 * @param bool $with_secret Whether it is shown.
 * @return array<string, string>
 */
function cliquez_signalez_relay_authorization( $with_secret ) {
	$secret = $with_secret ? cliquez_signalez_relay_secret() : '';
	return '' === $secret ? array() : array( 'Authorization' => "Bearer $secret" );
}

/**
 * The headers of a report, each chosen: what the visitor's browser says of itself stays here.
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
	return $headers;
}
