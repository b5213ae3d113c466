// The block in the editor: its settings, and the checker as visitors will see it. Plain JavaScript, nothing to build.
( function ( wp ) {
	'use strict';

	var el = wp.element.createElement;
	var __ = wp.i18n.__;
	var components = wp.components;
	var editor = wp.blockEditor;

	function edit( props ) {
		var attributes = props.attributes;

		function setter( name ) {
			return function ( value ) {
				var change = {};
				change[ name ] = value === undefined || value === null ? '' : String( value );
				props.setAttributes( change );
			};
		}

		function choice( name, label, options ) {
			options = options.map( function ( option ) {
				return { value: option[ 0 ], label: option[ 1 ] };
			} );
			return el( components.SelectControl, {
				key: name,
				label: label,
				value: attributes[ name ],
				options: options,
				onChange: setter( name ),
			} );
		}

		function text( name, label, help ) {
			return el( components.TextControl, {
				key: name,
				label: label,
				help: help,
				value: attributes[ name ],
				autoComplete: 'off',
				onChange: setter( name ),
			} );
		}

		function toggle( name, on, off, label, help ) {
			return el( components.ToggleControl, {
				key: name,
				label: label,
				help: help,
				checked: attributes[ name ] !== off,
				onChange: function ( checked ) {
					setter( name )( checked ? on : off );
				},
			} );
		}

		var panels = [
			el( components.PanelBody, { key: 'content', title: __( 'Checker', 's117-checker' ) }, [
				choice( 'lang', __( 'Language', 's117-checker' ), [
					[ '', __( 'As the site', 's117-checker' ) ],
					[ 'en', 'English' ],
					[ 'cy', 'Cymraeg' ],
				] ),
				choice( 'nation', __( 'Which nation to list first', 's117-checker' ), [
					[ '', __( 'No preference', 's117-checker' ) ],
					[ 'england', __( 'England', 's117-checker' ) ],
					[ 'wales', __( 'Wales', 's117-checker' ) ],
				] ),
				choice( 'journey', __( 'Where to begin', 's117-checker' ), [
					[ '', __( 'Let the visitor choose', 's117-checker' ) ],
					[ 'entitled', __( 'Do I have this right?', 's117-checker' ) ],
					[ 'who-pays', __( 'Who must help, and who pays?', 's117-checker' ) ],
					[ 'problem', __( 'What can I do?', 's117-checker' ) ],
				] ),
				choice( 'words', __( 'Which version to begin with', 's117-checker' ), [
					[ '', __( 'The full version', 's117-checker' ) ],
					[ 'short', __( 'The short version', 's117-checker' ) ],
				] ),
				toggle(
					'exit',
					'on',
					'',
					__( 'Quick exit button', 's117-checker' ),
					__( 'Clears the answers and goes to a weather page. It cannot hide that this page was visited.', 's117-checker' )
				),
				attributes.exit &&
					text(
						'exit',
						__( 'Where it goes', 's117-checker' ),
						__( '“on” for the weather page, or an address that begins with https://', 's117-checker' )
					),
			] ),
			el( components.PanelBody, { key: 'help', title: __( 'Your helpline', 's117-checker' ), initialOpen: false }, [
				text( 'helpName', __( 'Name', 's117-checker' ) ),
				text( 'helpPhone', __( 'Telephone', 's117-checker' ) ),
				text( 'helpUrl', __( 'Address', 's117-checker' ), __( 'Begins with https:, mailto: or tel:', 's117-checker' ) ),
			] ),
			el(
				editor.PanelColorSettings,
				{
					key: 'accent',
					title: __( 'Colour', 's117-checker' ),
					initialOpen: false,
					colorSettings: [
						{
							value: attributes.accent || undefined,
							onChange: setter( 'accent' ),
							label: __( 'Accent', 's117-checker' ),
						},
					],
				},
				el( 'p', null, __( 'The checker changes a colour that would be hard to read.', 's117-checker' ) )
			),
			el( components.PanelBody, { key: 'look', title: __( 'Look', 's117-checker' ), initialOpen: false }, [
				choice( 'scheme', __( 'Light or dark', 's117-checker' ), [
					[ '', __( 'As the visitor’s device', 's117-checker' ) ],
					[ 'light', __( 'Light', 's117-checker' ) ],
					[ 'dark', __( 'Dark', 's117-checker' ) ],
				] ),
				text(
					'font',
					__( 'Font', 's117-checker' ),
					__( 'The name of one font that visitors’ devices have, such as Georgia. Fonts are never loaded.', 's117-checker' )
				),
				el( components.RangeControl, {
					key: 'radius',
					label: __( 'Roundness of corners', 's117-checker' ),
					min: 0,
					max: 24,
					allowReset: true,
					value: attributes.radius === '' ? undefined : Number( attributes.radius ),
					onChange: setter( 'radius' ),
				} ),
				toggle(
					'script',
					'',
					'off',
					__( 'Fit the height with a script', 's117-checker' ),
					__( 'Without it, the checker has a fixed height and scrolls inside.', 's117-checker' )
				),
			] ),
		];

		return el(
			'div',
			editor.useBlockProps(),
			el( editor.InspectorControls, null, panels ),
			// Disabled, or a press would go into the checker and never select the block.
			el( components.Disabled, null, el( wp.serverSideRender, { block: props.name, attributes: attributes } ) )
		);
	}

	wp.blocks.registerBlockType( 's117-checker/checker', {
		edit: edit,
		save: function () {
			return null;
		},
	} );
} )( window.wp );
