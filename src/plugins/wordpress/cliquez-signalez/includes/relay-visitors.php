<?php
/**
 * How much a visitor has sent through the relay lately: counted in memory, under a hash that nobody can undo.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/** Length of a window, in seconds. */
define( 'CLIQUEZ_SIGNALEZ_WINDOW', 600 );

/** Reports of one visitor within a window that the site vouches for. */
define( 'CLIQUEZ_SIGNALEZ_FREE_REPORTS', 5 );

/** Reports within a window, without a proof of work, after which a visitor is told to wait: many for one, few for a school. */
define( 'CLIQUEZ_SIGNALEZ_MOST_REPORTS', 100 );

/** A wide network counts like one visitor once it sends as much as so many. */
define( 'CLIQUEZ_SIGNALEZ_VISITORS_PER_NETWORK', 10 );

/**
 * Counts a visitor. An address as such is kept nowhere, and its hash is not in the database: it is made with a salt that
 * is drawn for each window and forgotten with it.
 *
 * @param string $what What is counted.
 * @param int    $step 1 to count, 0 to ask.
 * @return float How much it comes to; 0 where visitors cannot be told apart or the server has no memory for it.
 */
function cliquez_signalez_count_visitor( $what, $step = 1 ) {
	$networks = cliquez_signalez_can_count() ? cliquez_signalez_networks() : array();
	if ( ! $networks ) {
		return 0;
	}
	$window = (int) floor( time() / CLIQUEZ_SIGNALEZ_WINDOW );
	$salt   = cliquez_signalez_remember( "salt-$window", bin2hex( random_bytes( 16 ) ) );
	$counts = array();
	foreach ( $networks as $network ) {
		$counts[] = cliquez_signalez_remember_more( hash_hmac( 'sha256', "$what $window $network", $salt ), $step );
	}
	return max( $counts[0], $counts[1] / CLIQUEZ_SIGNALEZ_VISITORS_PER_NETWORK );
}

/**
 * Whether this server has a memory that outlives a request and is not the database.
 *
 * @return bool
 */
function cliquez_signalez_can_count() {
	return cliquez_signalez_has_apcu() || wp_using_ext_object_cache();
}

/**
 * Whether PHP shares memory among its processes.
 *
 * @return bool
 */
function cliquez_signalez_has_apcu() {
	return function_exists( 'apcu_enabled' ) && apcu_enabled();
}

/**
 * Remembers a value for a window, unless there is one already.
 *
 * @param string     $key   Its name.
 * @param string|int $value The value.
 * @return string|int The one that is remembered.
 */
function cliquez_signalez_remember( $key, $value ) {
	if ( cliquez_signalez_has_apcu() ) {
		return apcu_entry( "cliquez-signalez-$key", static fn() => $value, CLIQUEZ_SIGNALEZ_WINDOW );
	}
	wp_cache_add( $key, $value, 'cliquez-signalez', CLIQUEZ_SIGNALEZ_WINDOW );
	$found = wp_cache_get( $key, 'cliquez-signalez' );
	return false === $found ? $value : $found;
}

/**
 * Adds to a count that is remembered for a window.
 *
 * @param string $key  Its name.
 * @param int    $step 0 or 1.
 * @return int What it comes to.
 */
function cliquez_signalez_remember_more( $key, $step ) {
	$before = (int) cliquez_signalez_remember( $key, 0 );
	if ( 0 === $step ) {
		return $before;
	}
	return (int) ( cliquez_signalez_has_apcu() ? apcu_inc( "cliquez-signalez-$key" ) : wp_cache_incr( $key, 1, 'cliquez-signalez' ) );
}

/**
 * The visitor's networks: what one household shares (/64, or the IPv4 address), and what one customer of a provider can
 * hold at most (/48, /24).
 *
 * @return string[] Bytes; empty for an address of a private network, which is a proxy that the site was not told of.
 */
function cliquez_signalez_networks() {
	$address = isset( $_SERVER['REMOTE_ADDR'] ) ? sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ) ) : '';
	$address = preg_replace( '/^::ffff:(?=[\d.]+$)/i', '', $address );
	if ( ! filter_var( $address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE ) || preg_match( '/^(127\.|::1$|169\.254\.|fe[89ab])/i', $address ) ) {
		return array();
	}
	$bytes = inet_pton( $address );
	return 4 === strlen( $bytes ) ? array( $bytes, substr( $bytes, 0, 3 ) ) : array( substr( $bytes, 0, 8 ), substr( $bytes, 0, 6 ) );
}

/**
 * Seconds until what was counted is forgotten.
 *
 * @return int
 */
function cliquez_signalez_seconds_left() {
	return CLIQUEZ_SIGNALEZ_WINDOW - time() % CLIQUEZ_SIGNALEZ_WINDOW;
}
