export * from './AuthorizedSeats';
export * from './SeatQueue';
export { nameFullPools } from './nameFullPools';
