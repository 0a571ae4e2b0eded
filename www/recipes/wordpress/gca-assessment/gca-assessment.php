<?php
/**
 * Plugin Name:       GCA self-assessment
 * Description:       A cybersecurity self-assessment as a block and as a shortcode. Answers stay in the reader's browser.
 * Version:           0.1.0
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 *
 * The folder `gca` beside this file is the folder `dist` of a release.
 */

defined( 'ABSPATH' ) || exit;

/** What editors may set; everything else is left out. */
function gca_assessment_attributes() {
	return array(
		'lang'          => '/^[A-Za-z0-9-]{2,35}$/',
		'mode'          => '/^(choose|full|quick|workshop)$/',
		'persist'       => '/^(local|session|none)$/',
		'storage-key'   => '/^.{1,80}$/u',
		'theme'         => '/^(auto|light|dark)$/',
		'start-at'      => '/^(questions|review|results|steps|compare|report)$/',
		'heading-level' => '/^[1-6]$/',
		'ask-who'       => '/^$/',
		'readonly'      => '/^$/',
		'loading'       => '/^(eager|lazy)$/',
		'hide'          => '/^[a-z ]{1,120}$/',
		'groups'        => '/^.{1,300}$/u',
	);
}

/** The script: as a module, or as a classic script where WordPress is older than 6.5. */
function gca_assessment_script( $what ) {
	$is_module = function_exists( 'wp_register_script_module' );
	if ( 'enqueue' === $what ) {
		$is_module ? wp_enqueue_script_module( 'gca-assessment' ) : wp_enqueue_script( 'gca-assessment' );
		return;
	}
	// Without a version in its address: the script finds its other files beside itself, and they have hashed names.
	if ( $is_module ) {
		wp_register_script_module( 'gca-assessment', plugins_url( 'gca/gca-assessment.js', __FILE__ ), array(), null );
	} else {
		wp_register_script( 'gca-assessment', plugins_url( 'gca/gca-assessment.classic.js', __FILE__ ), array(), null, true );
	}
}

/** The markup; only pages that show it load the script. */
function gca_assessment_render( $given ) {
	gca_assessment_script( 'enqueue' );
	$given = is_array( $given ) ? $given : array();
	$html  = '<gca-assessment';
	foreach ( gca_assessment_attributes() as $name => $pattern ) {
		// Shortcodes write storage_key, blocks storageKey.
		$camel = lcfirst( str_replace( ' ', '', ucwords( str_replace( '-', ' ', $name ) ) ) );
		foreach ( array( $name, str_replace( '-', '_', $name ), $camel ) as $key ) {
			if ( ! isset( $given[ $key ] ) || false === $given[ $key ] ) {
				continue;
			}
			$value = true === $given[ $key ] ? '' : (string) $given[ $key ];
			if ( preg_match( $pattern, $value ) ) {
				$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
				break;
			}
		}
	}
	return $html . '><p>' . esc_html__( 'This self-assessment needs JavaScript.', 'gca-assessment' ) . '</p></gca-assessment>';
}

add_action(
	'init',
	function () {
		gca_assessment_script( 'register' );
		add_shortcode( 'gca-assessment', 'gca_assessment_render' );
		wp_register_script(
			'gca-assessment-block',
			plugins_url( 'block.js', __FILE__ ),
			array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n' ),
			'0.1.0',
			true
		);
		register_block_type(
			'gca/assessment',
			array(
				'api_version'     => 3,
				'title'           => __( 'Cybersecurity self-assessment', 'gca-assessment' ),
				'category'        => 'widgets',
				'icon'            => 'shield',
				'attributes'      => array(
					'mode'    => array( 'type' => 'string' ),
					'persist' => array( 'type' => 'string' ),
					'lang'    => array( 'type' => 'string' ),
				),
				'editor_script'   => 'gca-assessment-block',
				'render_callback' => 'gca_assessment_render',
			)
		);
	}
);

// Only needed where the site's server does not know the type; the assessment starts a little slower without it.
add_filter(
	'mod_rewrite_rules',
	function ( $rules ) {
		return "AddType application/wasm .wasm\n" . $rules;
	}
);
