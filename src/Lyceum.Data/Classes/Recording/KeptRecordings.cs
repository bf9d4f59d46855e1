using System.Text.Json;
using Lyceum.Domain.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Classes
{
    internal sealed class RecordingRuleMapping : IEntityTypeConfiguration<RecordingRule>
    {
        public void Configure(EntityTypeBuilder<RecordingRule> builder)
        {
            builder.ToTable("recording_rules");
            builder.HasKey(rule => rule.CourseId);
            builder.Property(rule => rule.CourseId).ValueGeneratedNever();
        }
    }

    internal sealed class DeletedRecordingMapping : IEntityTypeConfiguration<DeletedRecording>
    {
        public void Configure(EntityTypeBuilder<DeletedRecording> builder)
        {
            builder.ToTable("deleted_recordings");
            builder.HasKey(deleted => deleted.ClassId);
            builder.Property(deleted => deleted.ClassId).ValueGeneratedNever();
            builder.HasOne<ClassSession>().WithMany().HasForeignKey(deleted => deleted.ClassId);
        }
    }

    public static class KeptRecordings
    {
        /// <summary>The course's, or the school's, or null: kept without end.</summary>
        public static async Task<RecordingRule?> RuleOf(this SchoolDb db, Guid courseId, CancellationToken ct)
        {
            var rules = await db.RecordingRules.Where(rule => rule.CourseId == courseId || rule.CourseId == Guid.Empty).ToListAsync(ct);
            return rules.Find(rule => rule.CourseId == courseId) ?? rules.FirstOrDefault();
        }

        /// <summary>Takes out of a log what is deleted with this part of its recording; who was there stays, for what that earned. The rows stay, so that none is missed.</summary>
        public static async Task Erase(this SchoolDb db, Guid classId, RecordingPart part, CancellationToken ct)
        {
            var rows = db.ClassEvents.AsTracking().Where(e => e.ClassId == classId);
            // A track is named in the events that began it; the words are found quicker than they are read.
            if (part != RecordingPart.All) rows = rows.Where(e => e.Event.Contains("trackBegan") || (part == RecordingPart.Media && e.Event.Contains("voicesHeard")));
            foreach (var row in await rows.ToListAsync(ct))
                if (IsDeleted(JsonSerializer.Deserialize<ClassEvent>(row.Event, ClassJson.Options)!.Bare(), part)) row.Erase();
            await db.ClassSnapshots.Where(s => s.ClassId == classId).ExecuteDeleteAsync(ct);
        }

        private static bool IsDeleted(ClassEvent happened, RecordingPart part) => part switch
        {
            RecordingPart.Picture => happened is TrackBegan { Source: MediaSource.Camera or MediaSource.Screen },
            RecordingPart.Media => happened is TrackBegan or VoicesHeard,
            _ => happened is not (ClassOpened or ClassStarted or ClassEnded or Introduced or Joined or Left or RoomResumed),
        };
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<RecordingRule> RecordingRules => Set<RecordingRule>();
        public DbSet<DeletedRecording> DeletedRecordings => Set<DeletedRecording>();
    }
}
