import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CardBody,
  Checkbox,
  Select,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  ActionDescription,
  OrgSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useEffect, useId, useRef, type FormEvent } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { RiskBadge } from '../components/RiskBadge';
import { ScreenHeader } from '../components/ScreenHeader';
import { useLinks } from '../hooks/useLinks';
import { useTranslation, type Translate } from '../hooks/useTranslation';
import { errorsAt } from './fieldErrors';
import { Field } from './fields/Field';
import { FieldMessages } from './fields/FieldMessages';
import type { FormField } from './formFields';
import { FormPreview } from './FormPreview';
import styles from './RequestForm.module.css';
import { useRequestForm, type RequestForm } from './useRequestForm';

/** The longest reason that the API takes. */
const REASON_LIMIT = 4_000;

/** Fields left, a live preview right, one main button. */
export function RequestFormBody(props: {
  action: ActionDescription;
  orgs: OrgSummary[];
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const form = useRequestForm(props);
  const { action } = form;
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.refusals > 0) focusFirstInvalid(formRef.current);
  }, [form.refusals]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <>
      <ScreenHeader title={action.title}>
        <Text as="p">{action.description}</Text>
        <div className={styles.facts}>
          <RiskBadge risk={action.risk} />
          <Text as="span" color="secondary">
            {action.policySentence}
          </Text>
        </div>
      </ScreenHeader>
      {form.amends && (
        <Alert role="status" status="info" icon title={t('form.amends')} />
      )}
      {form.unreadableLink && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('form.unreadableLink')}
        />
      )}
      <form
        className={`${styles.columns} ${styles.form}`}
        ref={formRef}
        onSubmit={onSubmit}
        noValidate
        aria-label={action.title}
      >
        <Card className={styles.fieldsArea}>
          <CardBody>
            <FormFields form={form} />
          </CardBody>
        </Card>
        <div className={styles.preview}>
          <FormPreview form={form} />
        </div>
        <div className={styles.buttons}>
          {form.submitError !== null && <ErrorPanel error={form.submitError} />}
          <div>
            <Button
              type="submit"
              variant="primary"
              isPending={form.submitting}
              isDisabled={!form.maySubmit}
            >
              {submitWords(form, t)}
            </Button>
            <ButtonLink href={links.home()} variant="secondary">
              {t('form.cancel')}
            </ButtonLink>
          </div>
        </div>
      </form>
    </>
  );
}

function FormFields(props: { form: RequestForm }) {
  const { t } = useTranslation();
  const { form } = props;
  const reasonErrorsId = useId();
  const reasonErrors = reasonErrorsOf(form, t('form.requiredError'));
  return (
    <div className={styles.fields}>
      {form.orgs.length > 1 && (
        <Select
          className={styles.wide}
          label={t('form.org')}
          options={form.orgs.map(({ id, title }) => ({ id, label: title }))}
          value={form.org}
          onChange={chosen => {
            if (typeof chosen === 'string') form.setOrg(chosen);
          }}
        />
      )}
      {form.fields.map(field => (
        <div key={field.name} className={isWide(field) ? styles.wide : ''}>
          <Field
            field={field}
            value={form.values[field.name]}
            onChange={value => form.setValue(field.name, value)}
            org={form.org}
            values={form.values}
            errors={errorsAt(field.name, form.errors)}
            missing={form.missing.includes(field)}
          />
        </div>
      ))}
      <FieldMessages
        id={reasonErrorsId}
        messages={reasonErrors}
        className={styles.wide}
      >
        <TextAreaField
          label={t('form.reason')}
          secondaryLabel={
            form.action.reasonRequired ? t('form.required') : undefined
          }
          description={t('form.reasonHint')}
          value={form.reason}
          onChange={form.setReason}
          maxLength={REASON_LIMIT}
          rows={3}
          isInvalid={reasonErrors.length > 0}
          aria-describedby={
            reasonErrors.length > 0 ? reasonErrorsId : undefined
          }
        />
      </FieldMessages>
      {form.mayBreakGlass && (
        <div className={styles.wide}>
          <Checkbox isSelected={form.breakGlass} onChange={form.setBreakGlass}>
            {t('form.breakGlass')}
          </Checkbox>
          <Text as="p" color="secondary">
            {t('form.breakGlassHint')}
          </Text>
        </div>
      )}
    </div>
  );
}

function submitWords(form: RequestForm, t: Translate): string {
  if (form.amends) return t('form.amendSubmit');
  return form.breakGlass ? t('form.breakGlassSubmit') : t('form.submit');
}

function reasonErrorsOf(form: RequestForm, requiredError: string): string[] {
  const found = errorsAt('reason', form.errors).map(({ message }) => message);
  return found.length === 0 && form.reasonMissing ? [requiredError] : found;
}

/** Takes a person to what keeps the form from being submitted. */
function focusFirstInvalid(form: HTMLFormElement | null) {
  form
    ?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], textarea[aria-invalid="true"], [data-invalid] button, [data-invalid] [role="spinbutton"]',
    )
    ?.focus();
}

/** Fields that stand in a row of their own: lists, long texts, and toggles, which have no box to stand in line. */
function isWide(field: FormField): boolean {
  switch (field.kind) {
    case 'picker':
      return field.multiple;
    case 'text':
      return field.long;
    case 'boolean':
    case 'texts':
    case 'json':
    case 'moment':
    case 'record-values':
    case 'child-records':
      return true;
    default:
      return false;
  }
}
