// The block in the editor: its choices, and the real widget as the server renders it, out of reach of a click.
((wp, given) => {
  const { createElement: element, Fragment, useEffect, useRef } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { Disabled, ExternalLink, PanelBody, SelectControl, TextControl, ToggleControl } = wp.components;
  const { __, sprintf } = wp.i18n;

  const plain = (values) => values.map((value) => ({ value, label: value }));
  const named = (names) => Object.entries(names).map(([value, label]) => ({ value, label }));
  const asTheSite = { value: '', label: __('As for the whole site', 'cliquez-signalez') };

  /** The choices, in the order in which they are shown. */
  const choices = () => [
    [
      'variant',
      __('Kind', 'cliquez-signalez'),
      [
        { value: 'button', label: __('Button', 'cliquez-signalez') },
        { value: 'link', label: __('Link', 'cliquez-signalez') },
        { value: 'icon', label: __('Icon', 'cliquez-signalez') },
        { value: 'bar', label: __('Bar with a sentence', 'cliquez-signalez') },
        { value: 'form', label: __('The form itself', 'cliquez-signalez') },
      ],
    ],
    [
      'size',
      __('Size', 'cliquez-signalez'),
      [
        asTheSite,
        { value: 's', label: __('Small', 'cliquez-signalez') },
        { value: 'm', label: __('Medium', 'cliquez-signalez') },
        { value: 'l', label: __('Large', 'cliquez-signalez') },
      ],
    ],
    ['theme', __('Theme', 'cliquez-signalez'), [asTheSite, ...plain(given.themes)]],
    [
      'scheme',
      __('Light or dark', 'cliquez-signalez'),
      [
        { value: '', label: __('As the page is', 'cliquez-signalez') },
        { value: 'light', label: __('Light', 'cliquez-signalez') },
        { value: 'dark', label: __('Dark', 'cliquez-signalez') },
      ],
    ],
    [
      'category',
      __('Category selected in advance', 'cliquez-signalez'),
      [{ value: '', label: __('None', 'cliquez-signalez') }, ...named(given.categories)],
    ],
    ['lang', __('Language', 'cliquez-signalez'), [asTheSite, ...named(given.languages)]],
  ];

  // So that controls look alike in every version of WordPress.
  const look = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };

  function Choices({ attributes, setAttributes }) {
    const control = (name, label) => ({
      ...look,
      key: name,
      label,
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    });
    return element(
      InspectorControls,
      null,
      element(
        PanelBody,
        { title: __('Button', 'cliquez-signalez') },
        element(TextControl, {
          ...control('label', __('Text of the button', 'cliquez-signalez')),
          help: __('Empty: « Cliquez, Signalez ! », in the page’s language.', 'cliquez-signalez'),
        }),
        choices().map(([name, label, options]) =>
          element(SelectControl, { ...control(name, label), options }),
        ),
        element(TextControl, {
          ...control('languages', __('Languages to choose from', 'cliquez-signalez')),
          help: sprintf(
            /* translators: %s: language tags */
            __('Empty: as for the whole site. Otherwise two or more of: %s', 'cliquez-signalez'),
            Object.keys(given.languages).join(' '),
          ),
        }),
        element(ToggleControl, {
          __nextHasNoMarginBottom: true,
          label: __('French and English in easy words too, with pictograms', 'cliquez-signalez'),
          checked: attributes.easy,
          onChange: (easy) => setAttributes({ easy }),
        }),
        element(ToggleControl, {
          __nextHasNoMarginBottom: true,
          label: __('All on one page, for teams that report often', 'cliquez-signalez'),
          checked: attributes.flow === 'page',
          onChange: (isPage) => setAttributes({ flow: isPage ? 'page' : '' }),
        }),
        element(ToggleControl, {
          __nextHasNoMarginBottom: true,
          label: __('Opens on the code of an earlier report', 'cliquez-signalez'),
          help: __(
            'Where the settings have a follow-up address. Give the button a text of its own, such as « Follow a report ».',
            'cliquez-signalez',
          ),
          checked: attributes.view === 'follow-up',
          onChange: (isFollowUp) => setAttributes({ view: isFollowUp ? 'follow-up' : '' }),
        }),
        // A choice of this block alone: a setting of the site, once forgotten, would lose real reports.
        element(ToggleControl, {
          __nextHasNoMarginBottom: true,
          label: __('For training: nothing is sent', 'cliquez-signalez'),
          help: __(
            'The form works to its last screen, and says on every one that nothing is sent. Not on a page for visitors: their reports would be lost.',
            'cliquez-signalez',
          ),
          checked: attributes.practice,
          onChange: (practice) => setAttributes({ practice }),
        }),
        given.settings &&
          element(
            ExternalLink,
            { href: given.settings },
            __('Hotline, endpoint and other settings', 'cliquez-signalez'),
          ),
      ),
    );
  }

  /** The canvas may be a document of its own, and custom elements are a document's matter. */
  function useWidget() {
    const ref = useRef(null);
    useEffect(() => {
      const { ownerDocument } = ref.current;
      if (ownerDocument.defaultView.customElements.get('cliquez-signalez')) return;
      for (const address of given.modules) {
        const script = ownerDocument.createElement('script');
        script.type = 'module';
        // In their order: languages come first.
        script.async = false;
        script.src = address;
        ownerDocument.head.append(script);
      }
    }, []);
    return ref;
  }

  function Edit(props) {
    return element(
      Fragment,
      null,
      element(Choices, props),
      element(
        'div',
        useBlockProps({ ref: useWidget() }),
        // The block's own box is already around it; what the server adds to it is for visitors.
        element(
          Disabled,
          null,
          element(wp.serverSideRender, {
            block: 'cliquez-signalez/button',
            attributes: props.attributes,
            skipBlockSupportAttributes: true,
          }),
        ),
      ),
    );
  }

  wp.blocks.registerBlockType('cliquez-signalez/button', { edit: Edit, save: () => null });
})(window.wp, window.cliquezSignalezEditor);
