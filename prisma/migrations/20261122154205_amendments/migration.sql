-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'agreement';
