import type {
  OptionList,
  Picker,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** Choices for form fields, searched as one types. */
export interface OptionService {
  /** Throws what opening the org throws; see `GatewayProvider`. */
  list(options: {
    orgId: string;
    picker: Picker;
    /** What was typed; nothing shows the first choices. */
    q?: string;
    /** Default 20. */
    limit?: number;
  }): Promise<OptionList>;
}
