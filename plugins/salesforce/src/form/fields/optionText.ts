import type { Option } from '@salesdesk/backstage-plugin-salesforce-common';

/** What tells an option apart, in one line: detail, status, why it cannot be chosen. */
export function optionDescription(option: Option): string | undefined {
  const { detail, status, disabledReason } = option;
  return (
    [detail, status && status !== 'active' ? status : undefined, disabledReason]
      .filter(Boolean)
      .join(' · ') || undefined
  );
}
