/** What may go wrong with the database itself. Each is a surprise for the request and a sentence for the operator. */
export class DatabaseFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Another process works on the same data folder. */
export class FolderInUse extends DatabaseFailure {}

/** A transaction asked for a second handle and waited for its own end: a mistake in our code. */
export class WaitsForItself extends DatabaseFailure {}

/** Somebody holds the only connection too long. */
export class DatabaseBusy extends DatabaseFailure {}

/** A statement ran past the limit; the embedded database was stopped and opens again with the next question. */
export class StatementTooLong extends DatabaseFailure {}

/** The database went away in the middle of something. Nothing unacknowledged was kept. */
export class DatabaseStopped extends DatabaseFailure {}

/** The migrations and the database do not fit each other; the start is refused. */
export class MigrationRefused extends DatabaseFailure {}
