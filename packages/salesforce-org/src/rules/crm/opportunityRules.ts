import type {
  BeforeInsertEvent,
  BeforeUpdateEvent,
  DraftRow,
  ObjectRules,
  RecordReader,
  Row,
} from '../../core/types';
import { numberOf, textOf } from '../textOf';

/** The row behind a stage; an unknown stage is stored and has none. */
function stageOf(reader: RecordReader, row: DraftRow): Row | undefined {
  return reader.findBy(
    'OpportunityStage',
    'MasterLabel',
    textOf(row.StageName),
  )[0];
}

/**
 * Opportunities: probability and forecast category follow the stage unless
 * given, and what is closed, won, expected and in which quarter follows from
 * them. The fiscal year is the calendar year.
 */
export const opportunityRules: ObjectRules = {
  object: 'Opportunity',

  stored: {
    IsClosed: (row, reader) => stageOf(reader, row)?.IsClosed === true,
    IsWon: (row, reader) => stageOf(reader, row)?.IsWon === true,
    ForecastCategory: (row, reader) =>
      categoryOf(textOf(row.ForecastCategoryName)) ??
      stageOf(reader, row)?.ForecastCategory ??
      'Pipeline',
    ExpectedRevenue: row => {
      const amount = numberOf(row.Amount);
      return amount === undefined
        ? null
        : Math.round(amount * (numberOf(row.Probability) ?? 0)) / 100;
    },
    FiscalYear: row => Number(textOf(row.CloseDate).slice(0, 4)) || null,
    FiscalQuarter: row => quarterOf(textOf(row.CloseDate)),
    Fiscal: row => {
      const date = textOf(row.CloseDate);
      return date ? `${date.slice(0, 4)} ${quarterOf(date)}` : null;
    },
  },

  beforeInsert(event) {
    followStage(event);
    event.row.LastStageChangeDate = null;
  },

  beforeUpdate(event) {
    if (event.changed('StageName')) {
      followStage(event);
      event.row.LastStageChangeDate = event.org.clock.timestamp();
    }
    const [before, after] = [event.before, event.row].map(row =>
      textOf(row.CloseDate).slice(0, 7),
    );
    if (before && after > before && !event.row.IsClosed) {
      event.row.PushCount = (numberOf(event.before.PushCount) ?? 0) + 1;
    }
  },
};

function followStage(event: BeforeInsertEvent | BeforeUpdateEvent): void {
  const { row, tx, given } = event;
  const stage = stageOf(tx, row);
  if (!stage) {
    return;
  }
  if (!given.has('Probability')) {
    row.Probability = stage.DefaultProbability ?? null;
  }
  if (!given.has('ForecastCategoryName')) {
    row.ForecastCategoryName = stage.ForecastCategoryName ?? null;
  }
}

const categories: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  'Best Case': 'BestCase',
  Commit: 'Forecast',
  Closed: 'Closed',
};

function categoryOf(name: string): string | undefined {
  return categories[name];
}

function quarterOf(date: string): number | null {
  const month = Number(date.slice(5, 7));
  return month ? Math.ceil(month / 3) : null;
}
