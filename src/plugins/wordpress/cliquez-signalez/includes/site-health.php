<?php
/**
 * Tools → Site Health: what this site's server would note of visitors who report through the relay.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether whoever runs the server has said that its access log leaves the relay out: no code here can see that log.
 *
 * @return bool
 */
function cliquez_signalez_log_is_off() {
	return defined( 'CLIQUEZ_SIGNALEZ_ACCESS_LOG_OFF' ) && CLIQUEZ_SIGNALEZ_ACCESS_LOG_OFF;
}

/**
 * Adds the tests, where the relay is on.
 *
 * @param array<string, array<string, array>> $tests Of Site Health.
 * @return array<string, array<string, array>>
 */
function cliquez_signalez_add_health_tests( $tests ) {
	if ( cliquez_signalez_relay_is_on() ) {
		$tests['direct']['cliquez_signalez_log']   = array(
			'label' => 'Cliquez, Signalez !',
			'test'  => 'cliquez_signalez_test_log',
		);
		$tests['direct']['cliquez_signalez_count'] = array(
			'label' => 'Cliquez, Signalez !',
			'test'  => 'cliquez_signalez_test_count',
		);
	}
	return $tests;
}
add_filter( 'site_status_tests', 'cliquez_signalez_add_health_tests' );

/**
 * The access log.
 *
 * @return array<string, mixed>
 */
function cliquez_signalez_test_log() {
	return cliquez_signalez_finding(
		'cliquez_signalez_log',
		cliquez_signalez_log_is_off(),
		__( 'The access log leaves out visitors who report', 'cliquez-signalez' ),
		__( 'The access log of this server may keep who has reported, and when', 'cliquez-signalez' ),
		__( 'Reports go through this site. Web servers usually note the address and the second of every request, so that they note who reports. Switch the log off for that path with server/apache.conf or server/nginx.conf in the plugin’s folder, ask your host about other logs, then set the constant CLIQUEZ_SIGNALEZ_ACCESS_LOG_OFF to true in wp-config.php.', 'cliquez-signalez' )
	);
}

/**
 * The memory to count in.
 *
 * @return array<string, mixed>
 */
function cliquez_signalez_test_count() {
	return cliquez_signalez_finding(
		'cliquez_signalez_count',
		cliquez_signalez_can_count(),
		__( 'Visitors who flood the relay can be told from others', 'cliquez-signalez' ),
		__( 'Visitors who flood the relay cannot be told from others', 'cliquez-signalez' ),
		__( 'The relay counts reports in memory, without keeping an address. This takes APCu or a persistent object cache. Without one, whoever sends a great many reports uses up what the hotline takes from your site, and other visitors need a proof of work.', 'cliquez-signalez' )
	);
}

/**
 * A finding, as Site Health shows it.
 *
 * @param string $name        Of the test.
 * @param bool   $is_good     Whether all is well.
 * @param string $good        Said then.
 * @param string $bad         Said otherwise.
 * @param string $description What to do.
 * @return array<string, mixed>
 */
function cliquez_signalez_finding( $name, $is_good, $good, $bad, $description ) {
	return array(
		'test'        => $name,
		'status'      => $is_good ? 'good' : 'recommended',
		'label'       => $is_good ? $good : $bad,
		'badge'       => array(
			'label' => 'Cliquez, Signalez !',
			'color' => 'blue',
		),
		'description' => '<p>' . esc_html( $description ) . '</p>',
		'actions'     => '',
	);
}
