// The block in the editor: two choices and a placeholder. The page itself is rendered by the plugin.

(({ blocks, element, blockEditor, components, i18n }) => {
  const { createElement: h } = element;
  const { __ } = i18n;
  const select = (label, name, options, { attributes, setAttributes }) =>
    h(components.SelectControl, {
      label,
      value: attributes[name] ?? options[0][0],
      options: options.map(([value, label]) => ({ value, label })),
      onChange: (value) => setAttributes({ [name]: value }),
    });

  blocks.registerBlockType("gca/assessment", {
    title: __("Cybersecurity self-assessment", "gca-assessment"),
    category: "widgets",
    icon: "shield",
    attributes: { mode: { type: "string" }, persist: { type: "string" }, lang: { type: "string" } },
    edit: (props) =>
      h(
        "div",
        blockEditor.useBlockProps(),
        h(
          blockEditor.InspectorControls,
          null,
          h(
            components.PanelBody,
            { title: __("Assessment", "gca-assessment") },
            select(__("Version", "gca-assessment"), "mode", [["choose", "The reader chooses"], ["full", "Full"], ["quick", "Quick check"], ["workshop", "Workshop, for trainers"]], props),
            select(__("Answers are kept", "gca-assessment"), "persist", [["local", "On the device"], ["session", "Until the tab is closed"], ["none", "In memory only"]], props),
          ),
        ),
        h(components.Placeholder, { icon: "shield", label: __("Cybersecurity self-assessment", "gca-assessment"), instructions: __("It is shown on the published page.", "gca-assessment") }),
      ),
    save: () => null,
  });
})(window.wp);
