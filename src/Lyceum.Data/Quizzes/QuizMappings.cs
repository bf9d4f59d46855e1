using Lyceum.Data.Storage;
using Lyceum.Domain.Accounts;
using Lyceum.Domain.Courses;
using Lyceum.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lyceum.Data.Quizzes
{
    internal sealed class QuizMapping : IEntityTypeConfiguration<Quiz>
    {
        public void Configure(EntityTypeBuilder<Quiz> builder)
        {
            builder.ToTable("quizzes");
            builder.HasKey(quiz => quiz.ActivityId);
            builder.Property(quiz => quiz.ActivityId).ValueGeneratedNever();
            builder.Property(quiz => quiz.Intro).AsJson();
            builder.Property(quiz => quiz.Rules).AsJson();
            builder.HasOne<Activity>().WithMany().HasForeignKey(quiz => quiz.ActivityId);
        }
    }

    internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> builder)
        {
            builder.ToTable("questions");
            builder.Property(question => question.Id).ValueGeneratedNever();
            builder.Property(question => question.Content).AsJson();
            builder.Ignore(question => question.HasKey);
            builder.HasIndex(question => question.QuizId);
            builder.HasOne<Quiz>().WithMany().HasForeignKey(question => question.QuizId);
        }
    }

    internal sealed class AttemptMapping : IEntityTypeConfiguration<Attempt>
    {
        public void Configure(EntityTypeBuilder<Attempt> builder)
        {
            builder.ToTable("attempts");
            builder.Property(attempt => attempt.Id).ValueGeneratedNever();
            builder.Property(attempt => attempt.Sheet).AsJson();
            builder.Property(attempt => attempt.Marks).AsJson();
            builder.Ignore(attempt => attempt.IsHandedIn);
            builder.Ignore(attempt => attempt.SealedAt);
            builder.Ignore(attempt => attempt.NeedsHand);
            builder.Ignore(attempt => attempt.Points);
            builder.Ignore(attempt => attempt.OutOf);
            builder.HasIndex(attempt => new { attempt.QuizId, attempt.PersonId, attempt.Number }).IsUnique();
            builder.HasOne<Quiz>().WithMany().HasForeignKey(attempt => attempt.QuizId);
            builder.HasOne<Person>().WithMany().HasForeignKey(attempt => attempt.PersonId);
        }
    }

    internal sealed class AccommodationMapping : IEntityTypeConfiguration<Accommodation>
    {
        public void Configure(EntityTypeBuilder<Accommodation> builder)
        {
            builder.ToTable("accommodations");
            builder.Ignore(accommodation => accommodation.IsNothing);
            builder.HasKey(accommodation => new { accommodation.CourseId, accommodation.PersonId });
            builder.HasOne<Course>().WithMany().HasForeignKey(accommodation => accommodation.CourseId);
            builder.HasOne<Person>().WithMany().HasForeignKey(accommodation => accommodation.PersonId);
        }
    }
}

namespace Lyceum.Data
{
    public sealed partial class SchoolDb
    {
        public DbSet<Quiz> Quizzes => Set<Quiz>();
        public DbSet<Question> Questions => Set<Question>();
        public DbSet<Attempt> Attempts => Set<Attempt>();
        public DbSet<Accommodation> Accommodations => Set<Accommodation>();
    }
}
