export * from './EffectiveAccessService';
