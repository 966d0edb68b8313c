<?php
/**
 * The fields of the settings page: their names, what is said about them, and how they are drawn.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The sections of the page, each with its fields: label, description and kind of input.
 *
 * @return array<string, array{title: string, fields: array<string, array{0: string, 1: string, 2: string}>}>
 */
function cliquez_signalez_sections() {
	return array(
		'hotline' => array(
			'title'  => __( 'The hotline', 'cliquez-signalez' ),
			'fields' => array(
				'endpoint'    => array( __( 'Endpoint', 'cliquez-signalez' ), __( 'Where reports are sent: an address that the hotline gives you. Without it, visitors see nothing.', 'cliquez-signalez' ), 'url' ),
				'hotline'     => array( __( 'Name of the hotline', 'cliquez-signalez' ), __( 'As visitors read it.', 'cliquez-signalez' ), 'text' ),
				'hotline_url' => array( __( 'The hotline’s own form', 'cliquez-signalez' ), __( 'Shown where ours cannot work: without JavaScript, in old browsers, when sending fails. Without it, visitors see nothing at all.', 'cliquez-signalez' ), 'url' ),
				'privacy_url' => array( __( 'Privacy notice', 'cliquez-signalez' ), __( 'Of the hotline: what becomes of a report.', 'cliquez-signalez' ), 'url' ),
				'country'     => array( __( 'Country', 'cliquez-signalez' ), __( 'Two letters, such as FR: decides which help numbers visitors see. Never guessed; without it, only 112.', 'cliquez-signalez' ), 'short' ),
				'public_key'  => array( __( 'Public key', 'cliquez-signalez' ), __( 'Optional. With the hotline’s key, reports are sealed in the visitor’s browser: neither this site nor its relay can read them.', 'cliquez-signalez' ), 'text' ),
				'challenge'   => array( __( 'Proof of work', 'cliquez-signalez' ), __( 'Optional: an address that the hotline gives you where it asks browsers for a proof. With the relay, the plugin finds it by itself.', 'cliquez-signalez' ), 'url' ),
				'follow_up'   => array( __( 'Follow-up address', 'cliquez-signalez' ), __( 'Optional: an address that the hotline gives you once its receiver takes reports with a follow-up code. Reporters then get a code, and can ask how far their report is: from their browser, never through the relay.', 'cliquez-signalez' ), 'url' ),
			),
		),
		'look'    => array(
			'title'  => __( 'Look and place', 'cliquez-signalez' ),
			'fields' => array(
				'theme'     => array( __( 'Theme', 'cliquez-signalez' ), __( 'Colours and shapes chosen together; text always keeps its contrast.', 'cliquez-signalez' ), 'select' ),
				'size'      => array( __( 'Size', 'cliquez-signalez' ), __( 'Of buttons that have none of their own.', 'cliquez-signalez' ), 'select' ),
				'accent'    => array( __( 'Accent colour', 'cliquez-signalez' ), __( 'Optional, such as #1f4fd8. It is darkened or lightened where it could not be read.', 'cliquez-signalez' ), 'short' ),
				'placement' => array( __( 'Place on the site', 'cliquez-signalez' ), __( 'Besides this, the block « Cliquez, Signalez ! » and the shortcode [cliquez_signalez] put a button wherever you like.', 'cliquez-signalez' ), 'select' ),
				'language'  => array( __( 'Language', 'cliquez-signalez' ), __( 'The form speaks French and English, and the languages that you tick below.', 'cliquez-signalez' ), 'select' ),
				'languages' => array( __( 'Languages to choose from', 'cliquez-signalez' ), __( 'Pages load a file of a few kilobytes for each further language that is ticked. With two or more, reporters can change the language in the form. No native speaker has read a draft yet: have it read before you use it.', 'cliquez-signalez' ), 'languages' ),
			),
		),
		'relay'   => array(
			'title'  => __( 'Partner and relay', 'cliquez-signalez' ),
			'fields' => array(
				'partner' => array( __( 'Partner identifier', 'cliquez-signalez' ), __( 'Optional: the public name under which the hotline knows this site.', 'cliquez-signalez' ), 'text' ),
				'relay'   => array( __( 'Send reports through this site', 'cliquez-signalez' ), __( 'This site’s server hands every report on, with the partner’s secret and without the visitor’s address. The form then says that the report passes through this site. Plugins that log outgoing requests would see reports: turn those off, or set the public key. Your server’s access log would note who reports and when: Tools → Site Health says how to switch it off for the relay.', 'cliquez-signalez' ), 'checkbox' ),
				'secret'  => array( __( 'Partner’s secret', 'cliquez-signalez' ), __( 'From the hotline, for the relay alone. It is never shown again. Better: define CLIQUEZ_SIGNALEZ_RELAY_SECRET in wp-config.php.', 'cliquez-signalez' ), 'secret' ),
			),
		),
	);
}

/**
 * The choices of a setting that has some.
 *
 * @param string $name Of the setting.
 * @return array<string, string> Labels by value; empty for all other settings.
 */
function cliquez_signalez_setting_choices( $name ) {
	switch ( $name ) {
		case 'theme':
			$themes = cliquez_signalez_widget()->words( 'theme' );
			return array_combine( $themes, $themes );
		case 'size':
			return array(
				''  => __( 'As the theme has it', 'cliquez-signalez' ),
				's' => __( 'Small', 'cliquez-signalez' ),
				'm' => __( 'Medium', 'cliquez-signalez' ),
				'l' => __( 'Large', 'cliquez-signalez' ),
			);
		case 'placement':
			return array(
				'none'     => __( 'Nowhere by itself', 'cliquez-signalez' ),
				'floating' => __( 'Floating, on every page', 'cliquez-signalez' ),
				'posts'    => __( 'At the end of every post', 'cliquez-signalez' ),
			);
		case 'language':
			$always = array();
			foreach ( array_keys( cliquez_signalez_widget()->languages() ) as $tag ) {
				/* translators: %s: name of a language, in itself */
				$always[ $tag ] = sprintf( __( 'Always: %s', 'cliquez-signalez' ), cliquez_signalez_language_label( $tag ) );
			}
			return array( 'site' => __( 'That of each page; English where it is another one', 'cliquez-signalez' ) ) + $always;
	}
	return array();
}

/**
 * Draws one field with its description.
 *
 * @param array{name: string, label: string, kind: string, description: string} $field As the page has registered it.
 */
function cliquez_signalez_draw_field( $field ) {
	$name  = $field['name'];
	$value = 'secret' === $name ? '' : cliquez_signalez_setting( $name );
	$id    = "cliquez-signalez-$name";
	switch ( $field['kind'] ) {
		case 'secret':
			cliquez_signalez_draw_secret( $id );
			break;
		case 'select':
			printf( '<select id="%s" name="cliquez_signalez_settings[%s]" aria-describedby="%s-description">', esc_attr( $id ), esc_attr( $name ), esc_attr( $id ) );
			foreach ( cliquez_signalez_setting_choices( $name ) as $choice => $label ) {
				printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $value, $choice, false ), esc_html( $label ) );
			}
			echo '</select>';
			break;
		case 'languages':
			cliquez_signalez_draw_languages( $field['label'], $id, cliquez_signalez_widget()->known( $value ) );
			break;
		case 'checkbox':
			printf( '<input type="checkbox" id="%s" name="cliquez_signalez_settings[%s]" value="1"%s aria-describedby="%s-description">', esc_attr( $id ), esc_attr( $name ), checked( $value, '1', false ), esc_attr( $id ) );
			break;
		default:
			$type = 'url' === $field['kind'] ? 'url' : 'text';
			$size = 'short' === $field['kind'] ? 10 : 48;
			printf( '<input type="%s" id="%s" name="cliquez_signalez_settings[%s]" value="%s" size="%d" aria-describedby="%s-description" autocomplete="off">', esc_attr( $type ), esc_attr( $id ), esc_attr( $name ), esc_attr( $value ), (int) $size, esc_attr( $id ) );
	}
	printf( '<p class="description" id="%s-description">%s</p>', esc_attr( $id ), esc_html( $field['description'] ) );
}

/**
 * Draws a box for each language.
 *
 * @param string   $label  Of the field.
 * @param string   $id     Of the field.
 * @param string[] $ticked Tags.
 */
function cliquez_signalez_draw_languages( $label, $id, $ticked ) {
	printf( '<fieldset class="cliquez-signalez-languages"><legend class="screen-reader-text">%s</legend>', esc_html( $label ) );
	foreach ( cliquez_signalez_widget()->languages() as $tag => $language ) {
		$is_ticked = in_array( $tag, $ticked, true );
		printf( '<label><input type="checkbox" id="%s" name="cliquez_signalez_settings[languages][]" value="%s"%s aria-describedby="%s-description"> <span lang="%s">%s</span>', esc_attr( "$id-$tag" ), esc_attr( $tag ), checked( $is_ticked, true, false ), esc_attr( $id ), esc_attr( $tag ), esc_html( $language['name'] ) );
		echo esc_html( $language['isDraft'] ? ' – ' . __( 'draft', 'cliquez-signalez' ) : '' );
		echo '</label><br>';
	}
	echo '</fieldset>';
}

/**
 * Draws the field of the secret, which is never in the page.
 *
 * @param string $id Of the input.
 */
function cliquez_signalez_draw_secret( $id ) {
	if ( defined( 'CLIQUEZ_SIGNALEZ_RELAY_SECRET' ) ) {
		printf( '<p id="%s">%s</p>', esc_attr( $id ), esc_html__( 'Set in wp-config.php.', 'cliquez-signalez' ) );
		return;
	}
	$is_set = '' !== cliquez_signalez_relay_secret();
	printf(
		'<input type="password" id="%1$s" name="cliquez_signalez_relay_secret[secret]" value="" placeholder="%2$s" size="48" aria-describedby="%1$s-description" autocomplete="new-password" spellcheck="false">',
		esc_attr( $id ),
		$is_set ? esc_attr__( 'Set; leave empty to keep it', 'cliquez-signalez' ) : ''
	);
	if ( $is_set ) {
		printf( '<p><label><input type="checkbox" name="cliquez_signalez_relay_secret[forget]" value="1"> %s</label></p>', esc_html__( 'Forget the secret', 'cliquez-signalez' ) );
	}
}
