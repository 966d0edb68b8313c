/** @jsxImportSource vue */
// Only compiled: the elements in a Vue user's JSX, and as the templates' checker sees them.
import type {} from 'cliquez-signalez/types/vue';
import type { GlobalComponents } from 'vue';

export const written = (
  <cliquez-signalez
    class={['report']}
    endpoint="/v1/reports"
    theme="presse"
    practice
    heading-level={3}
    messages={{ 'launcher.label': 'Signaler' }}
    onCsStep={({ step }) => step.toFixed()}
  />
);

export const form = <cliquez-signalez-form key="form" endpoint="/v1/reports" />;

export const mistakes = [
  // @ts-expect-error misspelt
  <cliquez-signalez endpont="/v1/reports" />,
  // @ts-expect-error no such preset
  <cliquez-signalez theme="press" />,
  // @ts-expect-error no event of this element
  <cliquez-signalez onCsSend={() => {}} />,
];

/** An element as a template has it. */
type InTemplate = InstanceType<GlobalComponents['cliquez-signalez']>;

export const props: InTemplate['$props'] = { endpoint: '/v1/reports', variant: 'floating', size: 's' };

// @ts-expect-error no such size
export const wrongProps: InTemplate['$props'] = { size: 'xl' };

export const listen = (emit: InTemplate['$emit']): void => {
  // @ts-expect-error no event of this element
  emit('cs-send');
};
