// Only compiled: the elements in a React user's JSX. Each `@ts-expect-error` is a mistake that must be found.
// (TypeScript does not look for misspelt names with a hyphen in JSX.)
import type {} from 'cliquez-signalez/types/react';
import type { ReportButton } from 'cliquez-signalez';

export const written = (
  <cliquez-signalez
    id="report"
    className="report"
    endpoint="/v1/reports"
    hotline="Point de Contact"
    country="FR"
    theme="presse"
    variant="link"
    practice
    heading-level={3}
    messages={{ 'launcher.label': 'Signaler' }}
    transport={async ({ submissionId }, { signal }) => {
      signal.throwIfAborted();
      return { submissionId, reference: 'A', receivedAt: '2026-01-01T00:00:00Z' };
    }}
    ref={(button: ReportButton | null) => void button?.open()}
    oncs-step={({ step }) => step.toFixed()}
    oncs-error={({ code, retryable }) => code.trim() && retryable}
  >
    <span slot="label">Signaler</span>
  </cliquez-signalez>
);

export const form = <cliquez-signalez-form endpoint="/v1/reports" heading-level="2" />;

export const mistakes = [
  // @ts-expect-error misspelt
  <cliquez-signalez key="1" endpont="/v1/reports" />,
  // @ts-expect-error no such preset
  <cliquez-signalez key="2" theme="press" />,
  // @ts-expect-error no such message
  <cliquez-signalez key="3" messages={{ 'launcher.lable': 'Signaler' }} />,
  // @ts-expect-error `cs-sent` has no step
  <cliquez-signalez key="4" oncs-sent={({ step }) => step} />,
  // @ts-expect-error no such element
  <cliquez-signalez-bouton key="5" />,
];
