/* Every allocation is refused in turn: each call returns its status, and nothing is lost or leaked.
 * The linker sends the core's allocations here (see CMakeLists.txt). */
#include "support.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void *memory);

static int asked, refused = -1; /* allocations so far; which one fails */
static int held;                /* allocations that have not been given back */
static size_t last_aligned;     /* bytes of the last aligned one, which a trainer is */

static bool refuse(void)
{
    return asked++ == refused;
}

static void *counted(void *memory)
{
    held += memory != NULL;
    return memory;
}

void *__wrap_malloc(size_t size)
{
    return refuse() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return refuse() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    last_aligned = size;
    return refuse() ? NULL : counted(__real_aligned_alloc(alignment, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    if (refuse()) return NULL;
    return old ? __real_realloc(old, size) : counted(__real_realloc(NULL, size));
}

void __wrap_free(void *memory)
{
    held -= memory != NULL;
    __real_free(memory);
}

/* ---------------------------------------------------------------- a life */

typedef struct life {
    sl_dataset *data, *copy;
    sl_trainer *trainer, *loaded, *moved;
    uint8_t bytes[65536];
    float path[8];
} life;

static sl_settings settings_of_a_life(void)
{
    sl_settings settings = small();
    settings.points = 40;
    settings.validation_split = 0.25;
    settings.stratify = 1;
    settings.features = 0x1f0;
    settings.early_stopping = 1;
    settings.patience = 1000;
    settings.batch_norm = 1;
    settings.dropout = 0.1;
    return settings;
}

/* Makes every call that allocates, in order, up to the first failure. */
static sl_status live(life *l)
{
    const float start[2] = {1, 2}, gradients[4] = {1, 2, 3, 4};
    const sl_settings settings = settings_of_a_life();
    sl_status status = sl_dataset_create(&settings, &l->data);
    if (!status) status = sl_trainer_create(&settings, l->data, &l->trainer);
    if (!status) status = sl_trainer_train(l->trainer, 3 * 70 + 1); /* the history grows twice */
    if (!status) status = sl_trainer_dataset(l->trainer, &l->copy);
    if (!status) status = sl_trainer_with_data(l->trainer, l->data, &l->moved);
    if (!status) status = sl_trainer_save(l->trainer, l->bytes);
    if (!status) status = sl_trainer_load(l->bytes, sl_trainer_saved_size(l->trainer), &l->loaded);
    if (!status) status = sl_optimizer_path(&settings, l->path, start, gradients, 2, 2);
    return status;
}

static void end(life *l)
{
    sl_dataset_free(l->data);
    sl_dataset_free(l->copy);
    sl_trainer_free(l->trainer);
    sl_trainer_free(l->loaded);
    sl_trainer_free(l->moved);
}

static int allocations_of_a_life(void)
{
    life l = {0};
    asked = 0;
    refused = -1;
    CHECK_INT(live(&l), SL_OK);
    CHECK(sl_trainer_saved_size(l.trainer) <= sizeof l.bytes);
    const int all = asked;
    CHECK(held > 0);
    end(&l);
    CHECK_INT(held, 0);
    return all;
}

static void each_refusal_is_a_status_and_nothing_leaks(void)
{
    const int all = allocations_of_a_life();
    CHECK(all >= 10);
    for (int i = 0; i < all; i++) {
        life l = {0};
        asked = 0;
        refused = i;
        CHECK_INT(live(&l), SL_ERROR_MEMORY);
        CHECK_INT(asked, i + 1); /* and nothing more was asked for */
        end(&l);
        CHECK_INT(held, 0);
    }
    refused = -1;
}

/* Where the history cannot grow, the steps until then stay, and training can go on later. */
static void a_run_whose_history_cannot_grow_goes_on_later(void)
{
    const sl_settings settings = settings_of_a_life();
    sl_trainer *trainer = make(&settings), *straight = make(&settings);
    const int32_t steps = sl_trainer_steps_per_epoch(trainer);
    CHECK_INT(sl_trainer_train(trainer, 10), SL_OK);
    asked = 0;
    refused = 0;
    CHECK_INT(sl_trainer_train(trainer, 70 * steps), SL_ERROR_MEMORY);
    CHECK_INT(sl_trainer_epoch(trainer), 64);
    refused = -1;
    CHECK_INT(sl_trainer_train(trainer, 6 * steps), SL_OK);
    CHECK_INT(sl_trainer_train(straight, 70 * steps), SL_OK);
    CHECK(same_weights(trainer, straight));
    sl_trainer_free(trainer);
    sl_trainer_free(straight);
}

/* A trainer is one block, whose size is known beforehand. */
static void the_size_that_is_told_is_what_is_taken(void)
{
    for (int i = 0; i < 64; i++) {
        const double units[] = {1 + 7 * i % 40, 1 + i, 9};
        sl_settings settings = small();
        sl_dataset *data;
        sl_trainer *trainer;
        sl_settings_set_layers(&settings, units, NULL, i % 4);
        settings.points = 5 + i;
        settings.batch_size = 1 + 40 * i;
        settings.batch_norm = i & 1;
        settings.dropout = i & 2 ? 0.5 : 0.0;
        settings.validation_split = i & 4 ? 0.3 : 0.0;
        settings.features = 1 + 8 * i;
        settings.stratify = i & 1;
        CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
        asked = 0;
        CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);
        CHECK_INT(asked, 1);
        CHECK_NEAR(sl_trainer_bytes(&settings, data), (double)last_aligned, 0.0);
        sl_trainer_free(trainer);
        sl_dataset_free(data);
    }
}

static void a_report_asks_for_no_memory(void)
{
    const uint32_t confusion[] = {3, 1, 2, 4};
    char text[1000];
    size_t size;
    asked = 0;
    refused = 0;
    CHECK_INT(sl_classification_report_size(&size, confusion, 2, 2, "a\0b", true), SL_OK);
    CHECK(size <= sizeof text);
    CHECK_INT(sl_classification_report(text, confusion, 2, 2, "a\0b", true), SL_OK);
    CHECK_INT(asked, 0);
    refused = -1;
}

int main(void)
{
    each_refusal_is_a_status_and_nothing_leaks();
    a_run_whose_history_cannot_grow_goes_on_later();
    the_size_that_is_told_is_what_is_taken();
    a_report_asks_for_no_memory();
    return check_verdict();
}
