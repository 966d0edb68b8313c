<?php
/**
 * The relay: routes of this site that visitors' reports go through on their way to the endpoint. Only where it is on.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether reports go through this site.
 *
 * @return bool
 */
function cliquez_signalez_relay_is_on() {
	return '1' === cliquez_signalez_setting( 'relay' ) && '' !== cliquez_signalez_setting( 'endpoint' );
}

/**
 * Opens the routes, to anyone: whoever reports has no account. They read nothing and change nothing of the site.
 */
function cliquez_signalez_open_relay() {
	$routes = array(
		'/reports'   => array( 'POST', 'cliquez_signalez_relay' ),
		'/challenge' => array( 'GET', 'cliquez_signalez_relay_challenge' ),
	);
	foreach ( cliquez_signalez_relay_is_on() ? $routes : array() as $route => list( $method, $callback ) ) {
		register_rest_route(
			'cliquez-signalez/v1',
			$route,
			array(
				'methods'             => $method,
				'callback'            => $callback,
				'permission_callback' => '__return_true',
				'show_in_index'       => false,
			)
		);
	}
}
add_action( 'rest_api_init', 'cliquez_signalez_open_relay' );

/**
 * Hands a report on, and gives back what the endpoint has answered.
 *
 * @param WP_REST_Request $request The report, as the widget has posted it.
 * @return WP_REST_Response Its data is the exact text of the answer.
 */
function cliquez_signalez_relay( $request ) {
	$refusal = cliquez_signalez_relay_refusal( $request );
	if ( $refusal ) {
		return $refusal;
	}
	$count     = cliquez_signalez_count_visitor( 'report' );
	$has_proof = '' !== (string) $request->get_header( 'altcha' );
	if ( $count > CLIQUEZ_SIGNALEZ_MOST_REPORTS && ! $has_proof ) {
		return cliquez_signalez_slow_down();
	}
	// The endpoint weighs frequent senders like anybody: they must not use up the share of this site's visitors.
	return cliquez_signalez_relay_answer( cliquez_signalez_relay_send( $request, $count <= CLIQUEZ_SIGNALEZ_FREE_REPORTS ) );
}

/**
 * Hands on the wish for a proof of work, which lets a report pass where many come.
 *
 * @param WP_REST_Request $request From the widget.
 * @return WP_REST_Response
 */
function cliquez_signalez_relay_challenge( $request ) {
	// Browsers name no origin here, and on plain http nothing else either.
	$site = $request->get_header( 'sec-fetch-site' );
	if ( null !== $request->get_header( 'origin' ) || null !== $site ) {
		if ( ! cliquez_signalez_is_same_origin( $request ) ) {
			return cliquez_signalez_problem( 403, 'partner', 'Only pages of this site may ask here' );
		}
	}
	if ( cliquez_signalez_count_visitor( 'challenge' ) > CLIQUEZ_SIGNALEZ_MOST_REPORTS ) {
		return cliquez_signalez_slow_down();
	}
	$is_calm = cliquez_signalez_count_visitor( 'report', 0 ) < CLIQUEZ_SIGNALEZ_FREE_REPORTS;
	$answer  = cliquez_signalez_relay_ask( $is_calm );
	return 204 === wp_remote_retrieve_response_code( $answer ) ? new WP_REST_Response( '', 204 ) : cliquez_signalez_relay_answer( $answer );
}

/**
 * The refusal of a visitor who has sent too much.
 *
 * @return WP_REST_Response
 */
function cliquez_signalez_slow_down() {
	$problem = cliquez_signalez_problem( 429, 'slow-down', 'Too many reports; try again later' );
	$problem->header( 'Retry-After', (string) cliquez_signalez_seconds_left() );
	return $problem;
}

/**
 * Requests refused here, because the endpoint would refuse them, or because another site's page has sent them.
 *
 * @param WP_REST_Request $request The report.
 * @return WP_REST_Response|null
 */
function cliquez_signalez_relay_refusal( $request ) {
	if ( ! cliquez_signalez_is_same_origin( $request ) ) {
		return cliquez_signalez_problem( 403, 'partner', 'Only pages of this site may send here' );
	}
	if ( ! preg_match( '#^application/json\s*(;|$)#i', (string) $request->get_header( 'content-type' ) ) ) {
		return cliquez_signalez_problem( 415, 'media-type', 'A report is application/json' );
	}
	if ( strlen( $request->get_body() ) > 65536 ) {
		return cliquez_signalez_problem( 413, 'too-large', 'A report has 65,536 bytes at most' );
	}
	return null;
}

/**
 * Whether a page of this site has sent a request, as browsers say it: programs can say anything, and are counted.
 *
 * @param WP_REST_Request $request The request.
 * @return bool
 */
function cliquez_signalez_is_same_origin( $request ) {
	return 'same-origin' === $request->get_header( 'sec-fetch-site' ) || cliquez_signalez_is_own_origin( (string) $request->get_header( 'origin' ) );
}

/**
 * Whether an origin is this site, by the name that is set for it or by the one it was asked under.
 *
 * @param string $origin From the request.
 * @return bool
 */
function cliquez_signalez_is_own_origin( $origin ) {
	$host = isset( $_SERVER['HTTP_HOST'] ) ? sanitize_text_field( wp_unslash( $_SERVER['HTTP_HOST'] ) ) : '';
	$own  = array( cliquez_signalez_site_origin(), "http://$host", "https://$host" );
	return in_array( strtolower( $origin ), array_map( 'strtolower', $own ), true );
}

/**
 * This site's origin: scheme, host and port.
 *
 * @return string
 */
function cliquez_signalez_site_origin() {
	return preg_replace( '#^(\w+://[^/]+).*$#s', '$1', home_url() );
}

/**
 * The answer for the visitor: the endpoint's status, text and waiting time; its other headers are not the visitor's matter.
 *
 * @param array|WP_Error $answer From the endpoint.
 * @return WP_REST_Response
 */
function cliquez_signalez_relay_answer( $answer ) {
	$type = is_wp_error( $answer ) ? '' : (string) wp_remote_retrieve_header( $answer, 'content-type' );
	// Nothing but JSON may be served under this site's name, whatever has become of the endpoint.
	if ( ! preg_match( '#^application/(problem\+)?json\s*(;|$)#i', $type ) ) {
		$problem = cliquez_signalez_problem( 503, 'unavailable', 'The endpoint cannot be reached' );
		$problem->header( 'Retry-After', '5' );
		return $problem;
	}
	$wait     = (string) wp_remote_retrieve_header( $answer, 'retry-after' );
	$response = new WP_REST_Response( wp_remote_retrieve_body( $answer ), wp_remote_retrieve_response_code( $answer ) );
	$response->header( 'Content-Type', $type );
	if ( preg_match( '/^[\w ,:+-]{1,64}$/', $wait ) ) {
		$response->header( 'Retry-After', $wait );
	}
	return $response;
}

/**
 * A refusal in the words of the protocol (RFC 9457).
 *
 * @param int    $status HTTP status.
 * @param string $code   Of the protocol's closed list.
 * @param string $title  For whoever debugs: the widget has its own sentences.
 * @return WP_REST_Response
 */
function cliquez_signalez_problem( $status, $code, $title ) {
	$text     = wp_json_encode(
		array(
			'type'   => "urn:cliquez-signalez:problem:$code",
			'title'  => $title,
			'status' => $status,
		),
		JSON_UNESCAPED_SLASHES
	);
	$response = new WP_REST_Response( $text, $status );
	$response->header( 'Content-Type', 'application/problem+json' );
	return $response;
}

/**
 * Serves the relay's answers byte for byte: WordPress would write them as a JSON string.
 *
 * @param bool             $is_served Whether somebody else has.
 * @param WP_HTTP_Response $response  The answer.
 * @param WP_REST_Request  $request   What was asked.
 * @return bool
 */
function cliquez_signalez_serve_relayed( $is_served, $response, $request ) {
	$text = $response->get_data();
	$routes = array( '/cliquez-signalez/v1/reports', '/cliquez-signalez/v1/challenge' );
	if ( $is_served || ! is_string( $text ) || ! in_array( $request->get_route(), $routes, true ) ) {
		return $is_served;
	}
	header( 'Cache-Control: no-store' );
	// JSON of the endpoint or of this file, served as such and never sniffed.
	echo $text; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
	return true;
}
add_filter( 'rest_pre_serve_request', 'cliquez_signalez_serve_relayed', 10, 3 );
