-- CreateTable
CREATE TABLE "push_subscription" (
    "session_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" BYTEA NOT NULL,
    "auth" BYTEA NOT NULL,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "push_job" (
    "session_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "freeze_epoch" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_job_pkey" PRIMARY KEY ("session_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE UNIQUE INDEX "push_job_id_key" ON "push_job"("id");

-- CreateIndex
CREATE INDEX "push_job_due_at_idx" ON "push_job"("due_at");

-- CreateIndex
CREATE INDEX "push_job_check_in_id_idx" ON "push_job"("check_in_id");

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_job" ADD CONSTRAINT "push_job_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "push_subscription"("session_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_job" ADD CONSTRAINT "push_job_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;
