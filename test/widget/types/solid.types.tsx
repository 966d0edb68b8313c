/** @jsxImportSource solid-js */
// Only compiled: the elements in a Solid user's JSX. Each `@ts-expect-error` is a mistake that must be found.
import type {} from 'cliquez-signalez/types/solid';
import type { ReportButton } from 'cliquez-signalez';

export const written = (
  <cliquez-signalez
    id="report"
    class="report"
    endpoint="/v1/reports"
    lang="fr"
    theme="presse"
    practice
    heading-level={3}
    prop:messages={{ 'launcher.label': 'Signaler' }}
    ref={(button: ReportButton) => void button.open()}
    on:cs-step={({ step }) => step.toFixed()}
  >
    <span slot="label">Signaler</span>
  </cliquez-signalez>
);

export const form = <cliquez-signalez-form endpoint="/v1/reports" heading-level="2" />;

export const mistakes = [
  // @ts-expect-error misspelt
  <cliquez-signalez endpont="/v1/reports" />,
  // @ts-expect-error no such preset
  <cliquez-signalez theme="press" />,
  // @ts-expect-error no such message
  <cliquez-signalez prop:messages={{ 'launcher.lable': 'Signaler' }} />,
  // @ts-expect-error on a server this would be text
  <cliquez-signalez messages={{ 'launcher.label': 'Signaler' }} />,
  // @ts-expect-error `cs-sent` has no step
  <cliquez-signalez on:cs-sent={({ step }) => step} />,
  // @ts-expect-error no such element
  <cliquez-signalez-bouton />,
];
