-- AlterTable
ALTER TABLE "partnership" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "member_account_id_idx" ON "member"("account_id");
