<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ne" sourcelanguage="en">
  <context>
    <name>RRSIS</name>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Imagery</source>
      <translation>तस्बिर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Replace the output whatever it holds</source>
      <translation>आउटपुटमा जे भए पनि प्रतिस्थापन गर्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Fetching the imagery</source>
      <translation>तस्बिर ल्याउँदै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Downloading the weights</source>
      <translation>भार डाउनलोड गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the weights</source>
      <translation>भार पढ्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting the model's process</source>
      <translation>मोडेलको प्रक्रिया सुरु गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting</source>
      <translation>सुरु गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Loading the model</source>
      <translation>मोडेल लोड गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Opening the raster</source>
      <translation>रास्टर खोल्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Searching</source>
      <translation>खोज्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the samples</source>
      <translation>नमुना पढ्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Learning</source>
      <translation>सिक्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Measuring</source>
      <translation>मापन गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Making polygons</source>
      <translation>बहुभुज बनाउँदै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing the results</source>
      <translation>नतिजा लेख्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing to the project's file</source>
      <translation>परियोजनाको फाइलमा लेखिँदै</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Step {done} of {total}</source>
      <translation>{total} मध्ये {done} औँ चरण</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Image {done} of {total}</source>
      <translation>{total} मध्ये {done} औँ तस्बिर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Tile {done} of {total}</source>
      <translation>{total} मध्ये {done} औँ टाइल</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Model</source>
      <translation>मोडेल</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>The extent "{extent}" is empty or has no place in the layer's coordinate system. Choose another, or leave it empty for the whole layer.</source>
      <translation>विस्तार “{extent}” खाली छ वा तहको निर्देशाङ्क प्रणालीमा यसको ठाउँ छैन। अर्को छान्नुहोस्, वा पूरै तहका लागि खाली छोड्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} घण्टा {minutes} मिनेट</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Cancelled.</source>
      <translation>रद्द गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Model by name, instead</source>
      <translation>यसको सट्टा नामले मोडेल</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/setup.py" />
      <source>{done} of {total}</source>
      <translation>{total} मध्ये {done}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} s</source>
      <translation>{n} सेकेन्ड</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} min</source>
      <translation>{n} मिनेट</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{rate:.1f} tiles/s</source>
      <translation>{rate:.1f} टाइल/सेकेन्ड</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{time} left</source>
      <translation>{time} बाँकी</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>What was finished lies in {file}.</source>
      <translation>सकिएको भाग {file} मा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Evaluate against a layer</source>
      <translation>तहसँग तुलना गरी मूल्याङ्कन</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Quality</source>
      <translation>गुणस्तर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Compares found polygons with known ones: precision, recall and overlap.</source>
      <translation>भेटिएका बहुभुजलाई ज्ञात बहुभुजसँग तुलना गर्छ: शुद्धता, समावेशिता र खप्टाइ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>&lt;p&gt;Compares &lt;strong&gt;found&lt;/strong&gt; polygons with &lt;strong&gt;known&lt;/strong&gt; ones, such as buildings that somebody digitised.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Precision&lt;/strong&gt;: the share of found objects that are known.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Recall&lt;/strong&gt;: the share of known objects that were found.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: their harmonic mean.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU of the area&lt;/strong&gt;: the area that both cover over the area that either covers, whatever the objects.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;An object counts as found where its overlap (intersection over union) with a known one is at least the &lt;strong&gt;smallest overlap&lt;/strong&gt;; each counts once. Give an &lt;strong&gt;extent&lt;/strong&gt; where the known polygons are complete in a part of the area alone. The layer that comes out says of each object whether it is right, wrong or missed.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;&lt;strong&gt;भेटिएका&lt;/strong&gt; बहुभुजलाई &lt;strong&gt;ज्ञात&lt;/strong&gt; बहुभुजसँग तुलना गर्छ, जस्तै कसैले डिजिटाइज गरेका भवन।&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;शुद्धता&lt;/strong&gt;: भेटिएका वस्तुमध्ये ज्ञात वस्तुको अंश।&lt;/li&gt;&lt;li&gt;&lt;strong&gt;समावेशिता&lt;/strong&gt;: ज्ञात वस्तुमध्ये भेटिएको अंश।&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: ती दुईको हरात्मक मध्यक।&lt;/li&gt;&lt;li&gt;&lt;strong&gt;क्षेत्रफलको IoU&lt;/strong&gt;: वस्तु जेसुकै भए पनि, दुवैले ढाकेको क्षेत्रफललाई कुनै एकले ढाकेको क्षेत्रफलले भाग गर्दा आउने मान।&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;ज्ञात वस्तुसँगको खप्टाइ (प्रतिच्छेदन भाग सङ्घ) कम्तीमा &lt;strong&gt;न्यूनतम खप्टाइ&lt;/strong&gt; जति भए वस्तु भेटिएको मानिन्छ; हरेक एक पटक मात्र गनिन्छ। ज्ञात बहुभुज क्षेत्रको एक भागमा मात्र पूरा भए &lt;strong&gt;विस्तार&lt;/strong&gt; दिनुहोस्। नतिजाको तहले हरेक वस्तु सही, गलत वा छुटेको के हो भन्छ।&lt;/p&gt;&lt;p&gt;उदाहरण: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Found polygons</source>
      <translation>भेटिएका बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Known polygons</source>
      <translation>ज्ञात बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Extent</source>
      <translation>विस्तार</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Smallest overlap (IoU)</source>
      <translation>न्यूनतम खप्टाइ (IoU)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Right, wrong and missed objects</source>
      <translation>सही, गलत र छुटेका वस्तु</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>शुद्धता</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>समावेशिता</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>IoU of the area</source>
      <translation>क्षेत्रफलको IoU</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of found objects</source>
      <translation>भेटिएका वस्तुको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of known objects</source>
      <translation>ज्ञात वस्तुको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of objects that are right</source>
      <translation>सही वस्तुको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>"{layer}" is no layer of polygons. Choose another one.</source>
      <translation>"{layer}" बहुभुजको तह होइन। अर्को छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>A layer of polygons cannot be read. Choose another one.</source>
      <translation>एउटा बहुभुज तह पढ्न सकिएन। अर्को छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>The folder {folder} does not exist: make it, or choose another.</source>
      <translation>फोल्डर {folder} छैन: बनाउनुहोस् वा अर्को छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Export training samples</source>
      <translation>तालिमका नमुना निर्यात</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Writes pictures, polygons and phrases in the layout from which models are trained and measured.</source>
      <translation>मोडेललाई तालिम दिने र नाप्ने ढाँचामा तस्बिर, बहुभुज र वाक्यांश लेख्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>&lt;p&gt;Cuts the imagery into square tiles, in its own bands and values, and writes beside them which phrase means which polygons (&lt;code&gt;phrases.jsonl&lt;/code&gt;). The folder is what &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; and the training scripts take.&lt;/p&gt;&lt;p&gt;The phrase is that of a &lt;strong&gt;field&lt;/strong&gt;, or the same for all polygons. All things that a phrase means should be digitised in the area, since what is not counts as something else. With &lt;strong&gt;tiles without objects&lt;/strong&gt; the phrase is also noted as absent where nothing lies.&lt;/p&gt;&lt;p&gt;Neighbouring tiles belong to one place, and a place is never parted between training and validation.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;तस्बिरलाई आफ्नै ब्यान्ड र मानसहित वर्गाकार टाइलमा काट्छ, र कुन वाक्यांशले कुन बहुभुज जनाउँछ भन्ने छेउमा लेख्छ (&lt;code&gt;phrases.jsonl&lt;/code&gt;)। &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; र तालिमका स्क्रिप्टले यही फोल्डर लिन्छन्।&lt;/p&gt;&lt;p&gt;वाक्यांश कुनै &lt;strong&gt;फिल्ड&lt;/strong&gt;बाट आउँछ, वा सबै बहुभुजका लागि एउटै हुन्छ। वाक्यांशले जनाउने सबै कुरा त्यस क्षेत्रमा डिजिटाइज भएको हुनुपर्छ, किनकि नभएको कुरा अरू नै मानिन्छ। &lt;strong&gt;वस्तु नभएका टाइल&lt;/strong&gt; रोजे, केही नभएको ठाउँमा वाक्यांश अनुपस्थित छ भनेर पनि लेखिन्छ।&lt;/p&gt;&lt;p&gt;छिमेकी टाइल एउटै स्थानका हुन्, र एउटा स्थान तालिम र प्रमाणीकरणमा कहिल्यै बाँडिँदैन।&lt;/p&gt;&lt;p&gt;उदाहरण:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n phrases</source>
      <translation>
        <numerusform>%n वाक्यांश</numerusform>
        <numerusform>%n वाक्यांश</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n tiles</source>
      <translation>
        <numerusform>%n टाइल</numerusform>
        <numerusform>%n टाइल</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The polygons have no field "{field}". They have: {fields}.</source>
      <translation>बहुभुजमा "{field}" नामको फाँट छैन। भएका फाँट: {fields}।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>"{folder}" holds samples already. Choose another folder, or tick “Replace the output whatever it holds”.</source>
      <translation>“{folder}” मा पहिले नै नमुना छन्। अर्को फोल्डर छान्नुहोस्, वा “आउटपुटमा जे भए पनि प्रतिस्थापन गर्ने” मा चिन्ह लगाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Polygons</source>
      <translation>बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Field with the phrase</source>
      <translation>वाक्यांश भएको फिल्ड</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Phrase, where there is no field</source>
      <translation>वाक्यांश, फिल्ड नभएमा</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Side of a tile (pixels)</source>
      <translation>टाइलको भुजा (पिक्सेल)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Share kept for validation</source>
      <translation>प्रमाणीकरणका लागि राखिने अंश</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Tiles without objects too</source>
      <translation>वस्तु नभएका टाइल पनि</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Folder for the samples</source>
      <translation>नमुना राख्ने फोल्डर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of tiles</source>
      <translation>टाइलको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of phrases in tiles</source>
      <translation>टाइलमा वाक्यांशको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Give a field with the phrase, or a phrase for all polygons.</source>
      <translation>वाक्यांश भएको फिल्ड वा सबै बहुभुजका लागि एउटा वाक्यांश दिनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery or the polygons cannot be read. Choose other layers.</source>
      <translation>तस्बिर वा बहुभुज पढ्न सकिएन। अन्य तह छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Samples are cut from files. Export the layer as a GeoTIFF and use that.</source>
      <translation>नमुना फाइलबाट काटिन्छन्। तहलाई GeoTIFF मा निर्यात गरेर त्यही प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery is smaller than one tile. Choose a smaller side.</source>
      <translation>तस्बिर एउटा टाइलभन्दा सानो छ। सानो भुजा छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/messages.py" />
      <source>Cancelled; what was finished has been kept.</source>
      <translation>रद्द गरियो; सकिएको भाग राखिएको छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>There is no polygon with a phrase. Check the layer and the field.</source>
      <translation>वाक्यांश भएको बहुभुज छैन। तह र फिल्ड जाँच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>{phrases} in {tiles}</source>
      <translation>{tiles}मा {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>No place fell to validation, which fine-tuning and measuring need. Choose smaller tiles or a larger area.</source>
      <translation>कुनै ठाउँ प्रमाणीकरणका लागि परेन, जुन थप सिकाउन र मापन गर्न चाहिन्छ। साना टाइल वा ठूलो क्षेत्र छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The samples cannot be written to "{folder}": {reason}</source>
      <translation>नमुना “{folder}” मा लेख्न सकिएन: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch a model</source>
      <translation>मोडेल ल्याउनुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/status.py" />
      <source>Set-up</source>
      <translation>स्थापना</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Brings the weights of a model to this machine.</source>
      <translation>मोडेलका भार यो कम्प्युटरमा ल्याउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Where the catalogue knows no &lt;strong&gt;SHA-256&lt;/strong&gt;, name it: from a source that you trust, one a file as &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt; where there are several.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;मोडेलका भार डाउनलोड गर्छ, पहिले तिनको अनुमतिपत्र बताउँछ, र प्रकाशित SHA-256 सँग जाँच्छ। बीचमा रोकिएको डाउनलोड अर्को पटक अगाडि बढ्छ। &lt;strong&gt;फेरि ल्याउने&lt;/strong&gt; नरोजेसम्म भइसकेका भार जस्ताको तस्तै रहन्छन्।&lt;/p&gt;&lt;p&gt;आफ्नै भार प्रयोग गर्न &lt;strong&gt;चेकपोइन्ट फाइल&lt;/strong&gt; (.pth, .pt, .bin वा .safetensors) दिनुहोस्; सार्वजनिक भार नभएका मोडेलका लागि यही एक मात्र उपाय हो।&lt;/p&gt;&lt;p&gt;सूचीलाई &lt;strong&gt;SHA-256&lt;/strong&gt; थाहा नभए तपाईं नै दिनुहोस्: आफूले विश्वास गर्ने स्रोतबाट; धेरै फाइल भए प्रत्येकका लागि एउटा, &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt; का रूपमा।&lt;/p&gt;&lt;p&gt;उदाहरण: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Checkpoint file of your own</source>
      <translation>तपाईंको आफ्नै चेकपोइन्ट फाइल</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Fetch again</source>
      <translation>फेरि ल्याउने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>SHA-256, where the catalogue knows none</source>
      <translation>SHA-256, सूचीलाई थाहा नभएमा</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the model</source>
      <translation>मोडेलको नाम</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Where the weights are</source>
      <translation>भार कहाँ छन्</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_task.py" />
      <source>The download was stopped. What has come is kept for the next time.</source>
      <translation>डाउनलोड रोकियो। आइसकेको भाग अर्को पटकका लागि राखिएको छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <location filename="../../plugin/runner.py" />
      <source>{model} is ready.</source>
      <translation>{model} तयार छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>{model} is here: {facts}</source>
      <translation>{model} यहाँ छ: {facts}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Fine-tune a model</source>
      <translation>मोडेललाई थप सिकाउने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Teaches the bundled model your own samples.</source>
      <translation>साथमा आएको मोडेललाई तपाईंका आफ्नै नमुना सिकाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>&lt;p&gt;The bundled model learns from a folder that “Export training samples” wrote: 20 to 200 samples are a good beginning, and take minutes. The model that comes out has a name of its own and stands in every list of models from then on.&lt;/p&gt;&lt;p&gt;It is measured before and after on the samples kept for validation; without such samples, or with too few, it is refused. While it learns your phrases it is also asked for what it knew, so that it does not forget that.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Learn to see, too&lt;/strong&gt; lets the image side learn as well: slower, for things that look like nothing that the model knows.&lt;/p&gt;&lt;p&gt;A run that is cancelled keeps its steps; start it again with &lt;strong&gt;Go on&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;साथमा आएको मोडेलले “तालिमका नमुना निर्यात” ले लेखेको फोल्डरबाट सिक्छ: २० देखि २०० नमुना राम्रो सुरुवात हो, र केही मिनेट लाग्छ। बन्ने मोडेलको आफ्नै नाम हुन्छ, र त्यसपछि मोडेलका सबै सूचीमा देखिन्छ।&lt;/p&gt;&lt;p&gt;प्रमाणीकरणका लागि राखिएका नमुनामा यसलाई अघि र पछि मापिन्छ; त्यस्ता नमुना नभए वा धेरै थोरै भए अस्वीकार हुन्छ। तपाईंका वाक्यांश सिक्दै गर्दा यसलाई पहिले जानेका कुरा पनि सोधिन्छ, ताकि नबिर्सियोस्।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;हेर्न पनि सिक्ने&lt;/strong&gt; ले चित्रतर्फको भागलाई पनि सिकाउँछ: ढिलो, मोडेलले नचिनेका रूपका लागि।&lt;/p&gt;&lt;p&gt;रद्द गरिएको कामले आफ्ना चरण राख्छ; &lt;strong&gt;अगाडि बढाउने&lt;/strong&gt; सहित फेरि सुरु गर्नुहोस्।&lt;/p&gt;&lt;p&gt;उदाहरण: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Folder of the samples</source>
      <translation>नमुनाको फोल्डर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the new model</source>
      <translation>नयाँ मोडेलको नाम</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Model that learns</source>
      <translation>सिक्ने मोडेल</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Steps (empty: by the samples)</source>
      <translation>चरण (खाली: नमुना अनुसार)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Learn to see, too</source>
      <translation>हेर्न पनि सिक्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Go on with a run that was cancelled</source>
      <translation>रद्द गरिएको काम अगाडि बढाउने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Replace a model of that name</source>
      <translation>त्यही नामको मोडेल बदल्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Whether it was finished</source>
      <translation>सकियो कि सकिएन</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU before</source>
      <translation>पहिलेको mIoU</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU after</source>
      <translation>पछिको mIoU</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Stopped at step {done} of {total}. Start it again with “Go on” to finish it.</source>
      <translation>{total} मध्ये {done} चरणमा रोकियो। सक्न “अगाडि बढाउने” सहित फेरि सुरु गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Segment by phrase</source>
      <translation>वाक्यांशले खण्डीकरण</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Finds the objects that a phrase describes, as polygons.</source>
      <translation>वाक्यांशले वर्णन गरेका वस्तु बहुभुजका रूपमा खोज्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;An output file that is there is replaced where it is an untouched result of an earlier search, as when the same search runs again. Tick &lt;strong&gt;Replace the output whatever it holds&lt;/strong&gt; for any other file.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;के खोज्ने अङ्ग्रेजीमा वर्णन गर्नुहोस्, एक पङ्क्तिमा एक वाक्यांश; हरेकको आफ्नै तह बन्छ।&lt;/p&gt;&lt;p&gt;उदाहरण:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;साथमा आएको मोडेल जुनसुकै ल्यापटपमा अफलाइन चल्छ। अरू मोडेललाई आफ्ना भार चाहिन्छ।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;सीमामान&lt;/strong&gt;: कम हुँदा धेरै भेटिन्छ, बढी हुँदा पक्का हुन्छ। मोडेल फेरि नचलाई पछि सीमामान बदल्न &lt;strong&gt;सम्भावना रास्टर&lt;/strong&gt; राख्नुहोस् (“सीमामान बदल्ने”)।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;विस्तार&lt;/strong&gt; र &lt;strong&gt;मास्क&lt;/strong&gt; (छानिएका बहुभुज) ले खोजको सीमा तोक्छन्। &lt;strong&gt;ब्यान्ड&lt;/strong&gt; भनेका मोडेललाई रातो, हरियो र नीलोका रूपमा देखाइने नम्बर हुन्, जस्तै 4,3,2। &lt;strong&gt;तन्काइ&lt;/strong&gt; भनेको कालो र सेतोका रूपमा देखाइने प्रतिशतकको जोडी हो, जस्तै 2,98, वा फाइलका मान, जस्तै =0,1800; ८-बिट तस्बिरलाई चाहिँदैन।&lt;/p&gt;&lt;p&gt;पहिलेको खोजको जस्ताको तस्तै नतिजा भए, जस्तै उही खोज फेरि चलाउँदा, त्यहाँ रहेको आउटपुट फाइल प्रतिस्थापन हुन्छ। अरू जुनसुकै फाइलका लागि &lt;strong&gt;आउटपुटमा जे भए पनि प्रतिस्थापन गर्ने&lt;/strong&gt; मा चिन्ह लगाउनुहोस्।&lt;/p&gt;&lt;p&gt;मोडेलको वातावरण RRSIS प्यानल (दृश्य › प्यानल › RRSIS) को “स्थापना” बटनले, वा स्रोतको प्रतिलिपिमा &lt;code&gt;make setup&lt;/code&gt; ले, एक पटक स्थापना गरिन्छ।&lt;/p&gt;&lt;p&gt;कमान्ड लाइनमा:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>find,object,text,language,detect,building,car,tree,deep learning,ai</source>
      <translation>खोज,वस्तु,पाठ,भाषा,पहिचान,भवन,गाडी,रूख,डिप लर्निङ,एआई</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Phrases, one a line</source>
      <translation>वाक्यांश, एक पङ्क्तिमा एक</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <location filename="../../plugin/review.py" />
      <source>Threshold</source>
      <translation>सीमामान</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Mask polygons</source>
      <translation>मास्क बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Smallest area (m²)</source>
      <translation>न्यूनतम क्षेत्रफल (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Bands for red, green, blue</source>
      <translation>रातो, हरियो, नीलोका ब्यान्ड</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Stretch</source>
      <translation>तन्काइ</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Pixel size seen by the model (m)</source>
      <translation>मोडेलले देख्ने पिक्सेल आकार (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/options.py" />
      <source>Device</source>
      <translation>यन्त्र</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/options.py" />
      <source>Most tiles fetched of an online layer</source>
      <translation>अनलाइन तहबाट ल्याइने अधिकतम टाइल</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Found objects, one layer a phrase</source>
      <translation>भेटिएका वस्तु, प्रति वाक्यांश एक तह</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Found objects of all phrases in one layer</source>
      <translation>सबै वाक्यांशका भेटिएका वस्तु एउटै तहमा</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Probability raster</source>
      <translation>सम्भावना रास्टर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Layers, one a phrase</source>
      <translation>तहहरू, प्रति वाक्यांश एक</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Number of objects</source>
      <translation>वस्तुको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Area of all objects (m²)</source>
      <translation>सबै वस्तुको क्षेत्रफल (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Time (s)</source>
      <translation>समय (सेकेन्ड)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>{name} is "{value}"; give {count} numbers with commas between them.</source>
      <translation>{name} “{value}” छ; अल्पविरामले छुट्याएर {count} सङ्ख्या दिनुहोस्।</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>%n objects</source>
      <translation>
        <numerusform>%n वस्तु</numerusform>
        <numerusform>%n वस्तु</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Segment many rasters</source>
      <translation>धेरै रास्टर खण्डीकरण</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Finds what phrases describe in many rasters or tiles, one file each.</source>
      <translation>धेरै रास्टर वा टाइलमा वाक्यांशले वर्णन गरेका कुरा खोज्छ, हरेकको एउटा फाइल।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>&lt;p&gt;Searches each raster for the same phrases and writes a GeoPackage a raster into a folder, named after the raster. The model is loaded once. A raster that cannot be read is named and the rest goes on; the algorithm fails only where all of them do.&lt;/p&gt;&lt;p&gt;With &lt;strong&gt;Skip what is there&lt;/strong&gt; a run that was stopped goes on where it ended.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;हरेक रास्टरमा उही वाक्यांश खोज्छ र फोल्डरमा प्रति रास्टर उसकै नामको एउटा GeoPackage लेख्छ। मोडेल एक पटक लोड हुन्छ। पढ्न नसकिने रास्टरको नाम दिइन्छ र बाँकी अगाडि बढ्छन्; सबै असफल भएमा मात्र एल्गोरिदम असफल हुन्छ।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;भइसकेको छोड्ने&lt;/strong&gt; रोजे रोकिएको काम जहाँ टुङ्गियो त्यहीँबाट अगाडि बढ्छ।&lt;/p&gt;&lt;p&gt;उदाहरण:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Folder for the results</source>
      <translation>नतिजा राख्ने फोल्डर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Keep the probability rasters</source>
      <translation>सम्भावना रास्टर राख्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Skip what is there</source>
      <translation>भइसकेको छोड्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Layers, one a phrase and raster</source>
      <translation>तहहरू, प्रति वाक्यांश र रास्टर एक</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters searched</source>
      <translation>खोजिएका रास्टरको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters that could not be searched</source>
      <translation>खोज्न नसकिएका रास्टरको सङ्ख्या</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>No raster layer was chosen.</source>
      <translation>कुनै रास्टर तह छानिएन।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{files} cannot be opened. Check that the file is there and opens in QGIS.</source>
      <translation>{files} खोल्न सकिएन। फाइल त्यहाँ छ र QGIS मा खुल्छ भनी जाँच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>The folder "{folder}" cannot be made: {reason}</source>
      <translation>फोल्डर “{folder}” बनाउन सकिएन: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{raster}: is there</source>
      <translation>{raster}: पहिल्यै छ</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Status</source>
      <translation>अवस्था</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Can models run here, and what is missing?</source>
      <translation>यहाँ मोडेल चल्न सक्छन्, र के पुगेको छैन?</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>&lt;p&gt;Looks for the model’s environment and says what is missing and where the button is that sets it up. With &lt;strong&gt;Try it out&lt;/strong&gt; it also starts the environment, and lists its packages and processors.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;मोडेलको वातावरण खोज्छ र के पुगेको छैन तथा स्थापना गर्ने बटन कहाँ छ भन्छ। &lt;strong&gt;चलाएर हेर्ने&lt;/strong&gt; रोजे वातावरण सुरु पनि गर्छ, र त्यसका प्याकेज र प्रोसेसर सूचीबद्ध गर्छ।&lt;/p&gt;&lt;p&gt;उदाहरण: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Try it out</source>
      <translation>चलाएर हेर्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run</source>
      <translation>मोडेल चल्न सक्छन्</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>What is missing</source>
      <translation>के पुगेको छैन</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Interpreter</source>
      <translation>इन्टरप्रिटर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Processors</source>
      <translation>प्रोसेसर</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models</source>
      <translation>मोडेलहरू</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models whose weights are here</source>
      <translation>भार यहीँ भएका मोडेलहरू</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Version</source>
      <translation>संस्करण</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run here.</source>
      <translation>मोडेल यहाँ चल्न सक्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Re-threshold</source>
      <translation>सीमामान बदल्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Makes polygons anew from a kept probability raster, without running the model.</source>
      <translation>राखिएको सम्भावना रास्टरबाट मोडेल नचलाई फेरि बहुभुज बनाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>&lt;p&gt;Takes the probability raster that “Segment by phrase” kept, and makes polygons with another threshold, smallest area or outline. The model is not run again.&lt;/p&gt;&lt;p&gt;Lower thresholds find more, higher ones are surer. Leave &lt;strong&gt;Phrases&lt;/strong&gt; empty for all phrases of the raster, or name some of them, one a line.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;“वाक्यांशले खण्डीकरण” ले राखेको सम्भावना रास्टर लिएर अर्को सीमामान, न्यूनतम क्षेत्रफल वा रूपरेखाले बहुभुज बनाउँछ। मोडेल फेरि चल्दैन।&lt;/p&gt;&lt;p&gt;कम सीमामानले धेरै भेट्छ, बढी पक्का हुन्छ। रास्टरका सबै वाक्यांशका लागि &lt;strong&gt;वाक्यांश&lt;/strong&gt; खाली छोड्नुहोस्, वा केहीको नाम दिनुहोस्, एक पङ्क्तिमा एक।&lt;/p&gt;&lt;p&gt;उदाहरण:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Outlines may move by (m)</source>
      <translation>रूपरेखा सर्न सक्ने दूरी (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Fill holes up to (m²)</source>
      <translation>यतिसम्मका प्वाल भर्ने (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Right angles where they fit</source>
      <translation>मिल्ने ठाउँमा समकोण</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Part objects that touch</source>
      <translation>छोइएका वस्तु छुट्याउने</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>The probability raster must be a file that “Segment by phrase” wrote.</source>
      <translation>सम्भावना रास्टर “वाक्यांशले खण्डीकरण” ले लेखेको फाइल हुनुपर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>Append found objects</source>
      <translation>भेटिएका वस्तु थप्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>A layer was closed while objects were being appended.</source>
      <translation>वस्तु थप्दै गर्दा एउटा तह बन्द भयो।</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>The layer "{layer}" cannot be edited.</source>
      <translation>तह “{layer}” सम्पादन गर्न सकिँदैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>RRSIS: find by phrase</source>
      <translation>RRSIS: वाक्यांशले खोज्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The recipe is on the clipboard.</source>
      <translation>विधि क्लिपबोर्डमा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The controls are set as the recipe says.</source>
      <translation>विधिअनुसार नियन्त्रण मिलाइयो।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find next</source>
      <translation>अर्को खोज्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find</source>
      <translation>खोज्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>A later version wrote it: what this one does not know was left aside.</source>
      <translation>यो नयाँ संस्करणले लेखेको हो: यसले नचिनेका कुरा छोडियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Bands</source>
      <translation>ब्यान्ड</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy recipe</source>
      <translation>विधि प्रतिलिपि गर्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Paste recipe</source>
      <translation>विधि टाँस्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy report for those who help</source>
      <translation>सहयोगीका लागि प्रतिवेदन प्रतिलिपि गर्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Help</source>
      <translation>मद्दत</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Settings …</source>
      <translation>सेटिङ …</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Its model “{model}” is not here: another stays chosen.</source>
      <translation>यसको मोडेल “{model}” यहाँ छैन: अर्को नै छानिएको रहन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Whole layer</source>
      <translation>पूरै तह</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Visible map</source>
      <translation>देखिने नक्सा</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn rectangle</source>
      <translation>कोरिएको आयत</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn polygon</source>
      <translation>कोरिएको बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Selected features</source>
      <translation>छानिएका फिचर</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Polygon layer as mask</source>
      <translation>मास्कका रूपमा बहुभुज तह</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Click the corners on the map; a right click or Enter closes the polygon.</source>
      <translation>नक्सामा कुनाहरू क्लिक गर्नुहोस्; दायाँ क्लिक वा Enter ले बहुभुज बन्द गर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drag a rectangle on the map.</source>
      <translation>नक्सामा तानेर आयत बनाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing was drawn yet. Press “Draw” and draw on the map.</source>
      <translation>अहिलेसम्म केही कोरिएको छैन। “कोर्ने” थिचेर नक्सामा कोर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>There is no polygon layer. Add one, or search the whole layer.</source>
      <translation>बहुभुज तह छैन। एउटा थप्नुहोस्, वा पूरै तहमा खोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing is selected in the layer "{layer}". Select polygons, or choose another extent.</source>
      <translation>तह “{layer}” मा केही छानिएको छैन। बहुभुज छान्नुहोस्, वा अर्को विस्तार रोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Example picture</source>
      <translation>उदाहरण तस्बिर</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Examples of phrases</source>
      <translation>वाक्यांशका उदाहरण</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Click a picture to search for what its yellow outline shows.</source>
      <translation>पहेँलो रूपरेखाले देखाएको कुरा खोज्न तस्बिरमा क्लिक गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Phrases that a model understands, with pictures of what they mean.</source>
      <translation>मोडेलले बुझ्ने वाक्यांश, तिनको अर्थ देखाउने तस्बिरसहित।</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Try it on the example picture</source>
      <translation>उदाहरण तस्बिरमा परीक्षण गर्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Adds a small drawn picture to the project and searches in it at once.</source>
      <translation>परियोजनामा कोरिएको सानो तस्बिर थप्छ र तुरुन्त त्यसमा खोज्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Closes the examples.</source>
      <translation>उदाहरणहरू बन्द गर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/groups.py" />
      <source>Found in {raster}</source>
      <translation>{raster} मा भेटिएको</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing was found for "{phrase}". Word it differently, zoom to a place that shows it, or use finer imagery.</source>
      <translation>“{phrase}” का लागि केही भेटिएन। अर्कै शब्दमा भन्नुहोस्, त्यो देखिने ठाउँमा जुम गर्नुहोस्, वा मसिनो तस्बिर प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>The models read English alone: write “{phrase}” in English.</source>
      <translation>मोडेलले अङ्ग्रेजी मात्र पढ्छन्: “{phrase}” अङ्ग्रेजीमा लेख्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are much coarser than the {known:g} m that this model knows: expect to find large things alone.</source>
      <translation>{pixel:.2g} m का पिक्सेल यो मोडेलले चिनेका {known:g} m भन्दा धेरै खस्रा छन्: ठूला कुरा मात्र भेटिने आशा गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Only things below the smallest area reached the threshold for "{phrase}". Lower one of the two in the review below, or word the phrase differently.</source>
      <translation>“{phrase}” का लागि न्यूनतम क्षेत्रफलभन्दा साना कुरा मात्र सीमामानमा पुगे। तलको समीक्षामा दुईमध्ये एउटा मान घटाउनुहोस्, वा वाक्यांश अर्कै शब्दमा भन्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing reached the threshold for "{phrase}": the highest probability is {top:.0%}. Lower the threshold in the review below, or word the phrase differently.</source>
      <translation>“{phrase}” का लागि केही पनि सीमामानमा पुगेन: उच्चतम सम्भावना {top:.0%} हो। तलको समीक्षामा सीमामान घटाउनुहोस्, वा वाक्यांश अर्कै शब्दमा भन्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are too coarse for “{phrase}”: use imagery of {needed:.1g} m or finer, or look for larger things.</source>
      <translation>{pixel:.2g} m का पिक्सेल “{phrase}” का लागि धेरै खस्रा छन्: {needed:.1g} m वा मसिनो तस्बिर प्रयोग गर्नुहोस्, वा ठूला कुरा खोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>How many pixels have which probability; the firm bars are found.</source>
      <translation>कति पिक्सेलको कति सम्भावना छ; गाढा स्तम्भ भेटिएका हुन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>Look at the probabilities of {phrase}</source>
      <translation>{phrase} का सम्भावना हेर्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <location filename="../../plugin/review_task.py" />
      <location filename="../../plugin/task.py" />
      <source>Cancelled before anything was finished.</source>
      <translation>केही सकिनुअघि नै रद्द गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>the polygons</source>
      <translation>बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>{phrases} in {raster}</source>
      <translation>{raster} मा {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>The folder "{folder}" cannot be made ({reason}). Choose another place.</source>
      <translation>फोल्डर “{folder}” बनाउन सकिएन ({reason})। अर्को ठाउँ छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The area has no place in the layer's coordinate system. Choose another area.</source>
      <translation>यो क्षेत्र तहको निर्देशाङ्क प्रणालीमा पर्दैन। अर्को क्षेत्र छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>No raster layer was chosen. Add imagery to the project and choose it.</source>
      <translation>कुनै रास्टर तह छानिएन। परियोजनामा तस्बिर थपेर छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the layer was being fetched.</source>
      <translation>तह ल्याउँदै गर्दा रद्द गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The mask holds no polygon. Select polygons, or search without a mask.</source>
      <translation>मास्कमा बहुभुज छैन। बहुभुज छान्नुहोस्, वा मास्कबिना खोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the mask was being read.</source>
      <translation>मास्क पढ्दै गर्दा रद्द गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is broken. Repair its data source, or choose another layer.</source>
      <translation>तह “{layer}” बिग्रेको छ। यसको डेटा स्रोत मर्मत गर्नुहोस्, वा अर्को तह छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" ({kind}) cannot be rendered. Export it as a GeoTIFF and use that.</source>
      <translation>तह “{layer}” ({kind}) देखाउन सकिँदैन। यसलाई GeoTIFF मा निर्यात गरेर त्यही प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The extent does not touch the layer "{layer}". Move the map there.</source>
      <translation>विस्तारले तह “{layer}” लाई छुँदैन। नक्सा त्यहाँ सार्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is fetched from a service: this area needs {tiles} tiles at {gsd:g} m a pixel, and at most {limit} are fetched. Choose a smaller area, coarser pixels, or a file.</source>
      <translation>तह “{layer}” सेवाबाट ल्याइन्छ: यो क्षेत्रलाई प्रति पिक्सेल {gsd:g} m मा {tiles} टाइल चाहिन्छ, र बढीमा {limit} ल्याइन्छन्। सानो क्षेत्र, खस्रा पिक्सेल वा फाइल छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" cannot be rendered.</source>
      <translation>तह “{layer}” देखाउन सकिँदैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" could not be fetched ({reason}). Check the connection.</source>
      <translation>तह “{layer}” ल्याउन सकिएन ({reason})। जडान जाँच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (searching …)</source>
      <translation>{phrase} (खोज्दै …)</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (unfinished)</source>
      <translation>{phrase} (अधुरो)</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Look at the bands</source>
      <translation>ब्यान्ड हेर्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>About what the model sees: the middle of the visible map in these bands and this stretch.</source>
      <translation>मोडेलले लगभग यस्तो देख्छ: यी ब्यान्ड र यो तन्काइमा देखिने नक्साको बीच भाग।</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses the bands by name.</source>
      <translation>नामबाट ब्यान्ड छान्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses percentiles or values.</source>
      <translation>प्रतिशतक वा मान छान्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/wording.py" />
      <source>Automatic</source>
      <translation>स्वचालित</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values …</source>
      <translation>मान …</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>no picture</source>
      <translation>तस्बिर छैन</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Red</source>
      <translation>रातो</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Green</source>
      <translation>हरियो</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Blue</source>
      <translation>नीलो</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values as QGIS shows them</source>
      <translation>QGIS ले देखाएका मान</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>As QGIS shows them ({bands})</source>
      <translation>QGIS ले देखाएजस्तै ({bands})</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something went wrong. The message log has the details.</source>
      <translation>केही बिग्रियो। विवरण सन्देश लगमा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A setting has a value that cannot be used. Correct it and run again.</source>
      <translation>एउटा सेटिङको मान प्रयोग गर्न मिल्दैन। सच्याएर फेरि चलाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is empty or too long. Describe in a few words what to find, as in "white cars".</source>
      <translation>वाक्यांश खाली वा धेरै लामो छ। के खोज्ने केही अङ्ग्रेजी शब्दमा वर्णन गर्नुहोस्, जस्तै "white cars"।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent is empty or not a rectangle. Draw it again, or search the whole layer.</source>
      <translation>विस्तार खाली छ वा आयत होइन। फेरि कोर्नुहोस्, वा पूरै तहमा खोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent does not touch the raster. Move the map there, or search the whole layer.</source>
      <translation>विस्तारले रास्टरलाई छुँदैन। नक्सा त्यहाँ सार्नुहोस्, वा पूरै तहमा खोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster lacks one of the bands asked for. Choose bands that it has.</source>
      <translation>मागिएको एउटा ब्यान्ड रास्टरमा छैन। भएका ब्यान्ड छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There is no such model. Choose one from the list.</source>
      <translation>यस्तो मोडेल छैन। सूचीबाट छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster cannot be read. Check that the file is there and opens in QGIS.</source>
      <translation>रास्टर पढ्न सकिएन। फाइल छ र QGIS मा खुल्छ कि जाँच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This kind of raster cannot be searched. Use imagery with one, three or more bands.</source>
      <translation>यस्तो रास्टरमा खोज्न सकिँदैन। एक, तीन वा बढी ब्यान्डको तस्बिर प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There are no pixels with data here. Choose another area or another layer.</source>
      <translation>यहाँ डेटा भएका पिक्सेल छैनन्। अर्को क्षेत्र वा तह छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The mask holds no readable polygon. Select polygons, or search without a mask.</source>
      <translation>मास्कमा पढ्न मिल्ने बहुभुज छैन। बहुभुज छान्नुहोस्, वा मास्कबिना खोज्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The results cannot be written there. Choose a folder that you may write to.</source>
      <translation>त्यहाँ नतिजा लेख्न सकिँदैन। लेख्न पाउने फोल्डर छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The output file is in use. Remove its layers from the project, or choose another name.</source>
      <translation>नतिजाको फाइल प्रयोगमा छ। यसका तह परियोजनाबाट हटाउनुहोस्, वा अर्को नाम छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file, or tick “Replace the output whatever it holds”.</source>
      <translation>त्यहाँ रहेको कुरा खोजको जस्ताको तस्तै नतिजा होइन, त्यसैले प्रतिस्थापन गरिँदैन। अर्को फाइल छान्नुहोस्, वा “आउटपुटमा जे भए पनि प्रतिस्थापन गर्ने” मा चिन्ह लगाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The disk is full. Make room, or write the results to another disk.</source>
      <translation>डिस्क भरिएको छ। ठाउँ बनाउनुहोस्, वा नतिजा अर्को डिस्कमा लेख्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This area needs too many tiles of an online layer. Choose a smaller area or a file.</source>
      <translation>यो क्षेत्रलाई अनलाइन तहका धेरै टाइल चाहिन्छ। सानो क्षेत्र वा फाइल छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This layer cannot be read or rendered. Export it as a GeoTIFF and use that.</source>
      <translation>यो तह पढ्न वा देखाउन सकिँदैन। यसलाई GeoTIFF मा निर्यात गरेर त्यही प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Cancelled before anything was finished. Nothing was written.</source>
      <translation>केही सकिनुअघि नै रद्द गरियो। केही लेखिएन।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's weights are not on this machine. Fetch them, or choose the bundled model.</source>
      <translation>मोडेलका भार यो कम्प्युटरमा छैनन्। ल्याउनुहोस्, वा साथमा आएको मोडेल छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The weight file is damaged or belongs to another model. Fetch it again.</source>
      <translation>भारको फाइल बिग्रेको छ वा अर्को मोडेलको हो। फेरि ल्याउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The download failed. Check the connection and the proxy settings, then try again.</source>
      <translation>डाउनलोड असफल भयो। जडान र प्रोक्सी सेटिङ जाँचेर फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>That processor is not available here. Choose “Automatic” or “CPU” as device.</source>
      <translation>त्यो प्रोसेसर यहाँ उपलब्ध छैन। यन्त्रमा “स्वचालित” वा “CPU” छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran out. Close other programs, choose a smaller area, or use the CPU.</source>
      <translation>मेमोरी पुगेन। अन्य कार्यक्रम बन्द गर्नुहोस्, सानो क्षेत्र छान्नुहोस्, वा CPU प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment is not set up yet. Press “Set up” in the RRSIS panel.</source>
      <translation>मोडेलको वातावरण अझै स्थापना भएको छैन। RRSIS प्यानलमा “स्थापना” थिच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment does not work. Set it up again in the RRSIS panel.</source>
      <translation>मोडेलको वातावरणले काम गर्दैन। RRSIS प्यानलमा फेरि स्थापना गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process ended unexpectedly. Run again, or try a smaller area or the CPU.</source>
      <translation>मोडेलको प्रक्रिया अप्रत्याशित रूपमा टुङ्गियो। फेरि चलाउनुहोस्, वा सानो क्षेत्र वा CPU प्रयोग गरी हेर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process does not answer. Run again; the message log has the details.</source>
      <translation>मोडेलको प्रक्रियाले जवाफ दिँदैन। फेरि चलाउनुहोस्; विवरण सन्देश लगमा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The environment belongs to another version. Set it up again in the RRSIS panel.</source>
      <translation>वातावरण अर्को संस्करणको हो। RRSIS प्यानलमा फेरि स्थापना गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This is a defect of the plugin. Please report it with the details from the message log.</source>
      <translation>यो प्लगिनको त्रुटि हो। कृपया सन्देश लगको विवरणसहित रिपोर्ट गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training data do not have the expected layout. Check the folder.</source>
      <translation>तालिमको डेटा अपेक्षित ढाँचामा छैन। फोल्डर जाँच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training configuration has an unknown or mistyped setting. Correct it.</source>
      <translation>तालिमको कन्फिगरेसनमा अज्ञात वा गलत लेखिएको सेटिङ छ। सच्याउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training cannot go on. Lower the learning rate, or check the data.</source>
      <translation>तालिम अगाडि बढ्न सक्दैन। सिकाइ दर घटाउनुहोस्, वा डेटा जाँच्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The data set could not be checked against its published description.</source>
      <translation>डेटा सेटलाई यसको प्रकाशित विवरणसँग जाँच्न सकिएन।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A sample could not be read and was left out.</source>
      <translation>एउटा नमुना पढ्न सकिएन र छोडियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something is unusual; the message log has the details.</source>
      <translation>केही असामान्य छ; विवरण सन्देश लगमा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has no coordinate reference system: areas and lengths rest on an assumed pixel size.</source>
      <translation>रास्टरको निर्देशाङ्क सन्दर्भ प्रणाली छैन: क्षेत्रफल र लम्बाइ अनुमानित पिक्सेल आकारमा आधारित छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has one band; the model sees it in shades of grey.</source>
      <translation>रास्टरमा एउटा मात्र ब्यान्ड छ; मोडेलले यसलाई खरानी रङका छटामा देख्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The pixels are coarser than the model knows; small objects will be missed.</source>
      <translation>पिक्सेल मोडेलले चिनेभन्दा खस्रा छन्; साना वस्तु छुट्नेछन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is longer than the model reads; its end was ignored.</source>
      <translation>वाक्यांश मोडेलले पढ्नेभन्दा लामो छ; अन्तिम भाग बेवास्ता गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model knows no word of a phrase. Write it in English, in common words.</source>
      <translation>मोडेलले वाक्यांशको कुनै शब्द चिन्दैन। अङ्ग्रेजीमा, सामान्य शब्दमा लेख्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What the phrase measures from was not found; look for it alone, or name it otherwise.</source>
      <translation>वाक्यांशले जसबाट दूरी नाप्छ त्यो भेटिएन; त्यसलाई छुट्टै खोज्नुहोस्, वा अर्को नाम दिनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Nothing was found. Lower the threshold, reword the phrase, or use finer imagery.</source>
      <translation>केही भेटिएन। सीमामान घटाउनुहोस्, वाक्यांश फेर्नुहोस्, वा मसिनो तस्बिर प्रयोग गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A part of the raster could not be read; there is no result there.</source>
      <translation>रास्टरको एक भाग पढ्न सकिएन; त्यहाँ नतिजा छैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The file could no longer be replaced; the results were written beside it.</source>
      <translation>फाइल अब प्रतिस्थापन गर्न सकिएन; नतिजा त्यसकै छेउमा लेखियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The search that was cut off went on from the rows that it had finished.</source>
      <translation>बीचमा रोकिएको खोज, त्यसले सकेका पङ्क्तिहरूबाट अगाडि बढ्यो।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Beside the file lie finished rows of another search that was cut off.</source>
      <translation>फाइलको छेउमा बीचमा रोकिएको अर्को खोजका सकिएका पङ्क्तिहरू छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran short; the work went on in smaller steps.</source>
      <translation>मेमोरी कम भयो; काम साना चरणमा अगाडि बढ्यो।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The graphics processor could not be used; the CPU was used instead.</source>
      <translation>ग्राफिक्स प्रोसेसर प्रयोग गर्न सकिएन; सट्टामा CPU प्रयोग गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something about the raster was assumed; the message log has the details.</source>
      <translation>रास्टरबारे केही अनुमान गरियो; विवरण सन्देश लगमा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What was finished is kept in {file}: the same search goes on from there.</source>
      <translation>सकिएको भाग {file} मा राखिएको छ: त्यही खोज त्यहीँबाट अगाडि बढ्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_action.py" />
      <source>Open a copy in the model designer</source>
      <translation>मोडेल डिजाइनरमा प्रतिलिपि खोल्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>ready</source>
      <translation>तयार</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch</source>
      <translation>ल्याउन बाँकी</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>missing: add weights of your own</source>
      <translation>छैन: आफ्नै भार थप्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch in the toolbox with its SHA-256, or to add</source>
      <translation>टुलबक्सबाट SHA-256 सहित ल्याउने, वा थप्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>no licence stated</source>
      <translation>अनुमतिपत्र उल्लेख छैन</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} m a pixel</source>
      <translation>प्रति पिक्सेल {low} m मा हेर्छ</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} to {high} m a pixel</source>
      <translation>प्रति पिक्सेल {low} देखि {high} m मा हेर्छ</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>of unknown size</source>
      <translation>अज्ञात आकारको</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.1f} GB</source>
      <translation>{size:.1f} GB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not verified</source>
      <translation>नजाँचिएको</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch the weights of {model}?

From: {repository}
Size: {size}
Licence: {licence}
Trained on: {data}

They are checked against their published SHA-256. A download that breaks off goes on the next time.</source>
      <translation>{model} का भार ल्याउने?

स्रोत: {repository}
आकार: {size}
अनुमतिपत्र: {licence}
तालिमको डेटा: {data}

भार प्रकाशित SHA-256 सँग जाँचिन्छन्। बीचमा रोकिएको डाउनलोड अर्को पटक अगाडि बढ्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch …</source>
      <translation>ल्याउने …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights of this model, after saying how large they are.</source>
      <translation>यो मोडेलका भार कति ठूला छन् भनेर बताएपछि डाउनलोड गर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Add weights …</source>
      <translation>भार थप्ने …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Takes a checkpoint file of your own (.pth, .pt, .bin or .safetensors) for this model.</source>
      <translation>यो मोडेलका लागि तपाईंको आफ्नै चेकपोइन्ट फाइल (.pth, .pt, .bin वा .safetensors) लिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>How much of the weights has come.</source>
      <translation>भार कति आइसक्यो।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stop</source>
      <translation>रोक्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stops the download; what has come is kept for the next time.</source>
      <translation>डाउनलोड रोक्छ; आइसकेको भाग अर्को पटकका लागि राखिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch</source>
      <translation>ल्याउने</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights in the background.</source>
      <translation>भार पृष्ठभूमिमा डाउनलोड गर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Not now</source>
      <translation>अहिले होइन</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetches nothing.</source>
      <translation>केही पनि डाउनलोड गर्दैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights (*.pth *.pt *.bin *.safetensors)</source>
      <translation>भार (*.pth *.pt *.bin *.safetensors)</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.0f} MB</source>
      <translation>{size:.0f} MB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>code: {licence}</source>
      <translation>कोड: {licence}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not stated</source>
      <translation>उल्लेख छैन</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>device: {device}</source>
      <translation>यन्त्र: {device}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights for {model}</source>
      <translation>{model} का लागि भार</translation>
    </message>
    <message>
      <location filename="../../plugin/model_task.py" />
      <source>Get the weights of {model}</source>
      <translation>{model} का भार ल्याउने</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Interpreter for the models; leave it empty for the environment set up by the panel.</source>
      <translation>मोडेलका लागि इन्टरप्रिटर; प्यानलले स्थापना गरेको वातावरणका लागि खाली छोड्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Python of the models</source>
      <translation>मोडेलको Python</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Where models run.</source>
      <translation>मोडेल कहाँ चल्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Larger areas of a layer that is no file are refused before anything is fetched.</source>
      <translation>फाइल नभएको तहका योभन्दा ठूला क्षेत्र केही ल्याउनुअघि नै अस्वीकार गरिन्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/plugin.py" />
      <source>Find by phrase</source>
      <translation>वाक्यांशले खोज्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>The imagery is not in the visible map. Zoom to it, then a preview can be made.</source>
      <translation>तस्बिर देखिने नक्सामा छैन। त्यहाँ जुम गर्नुहोस्, अनि पूर्वावलोकन गर्न सकिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Looking …</source>
      <translation>हेर्दै …</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview {phrases}</source>
      <translation>{phrases} को पूर्वावलोकन</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview: {found}</source>
      <translation>पूर्वावलोकन: {found}</translation>
    </message>
    <message>
      <location filename="../../plugin/probabilities.py" />
      <source>Probability of {phrase}</source>
      <translation>{phrase} को सम्भाव्यता</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>it is no GeoPackage</source>
      <translation>यो GeoPackage होइन</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>not all objects arrived there</source>
      <translation>सबै वस्तुहरू त्यहाँ पुगेनन्</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>The results cannot be written to "{file}": {reason}</source>
      <translation>नतिजा “{file}” मा लेख्न सकिएन: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/provider.py" />
      <source>RRSIS: find objects by phrase</source>
      <translation>RRSIS: वाक्यांशले वस्तु खोज्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>These searches begin one after the other.</source>
      <translation>यी खोज एकपछि अर्को सुरु हुन्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting searches</source>
      <translation>पर्खिरहेका खोज</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Remove from the queue</source>
      <translation>लाइनबाट हटाउनुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Takes the chosen search out of the queue; the Delete key does so too.</source>
      <translation>छानिएको खोज लाइनबाट हटाउँछ; Delete कुञ्जीले पनि हटाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting: {count}</source>
      <translation>पर्खिरहेको: {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The clipboard holds no recipe. Copy one from the panel or from a message first.</source>
      <translation>क्लिपबोर्डमा विधि छैन। पहिले प्यानल वा सन्देशबाट एउटा प्रतिलिपि गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The recipe holds a value that cannot be read: {name} is {value}.</source>
      <translation>विधिमा पढ्न नसकिने मान छ: {name} {value} छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>The results can be written neither to "{file}" nor to "{folder}". Make room there, then run again.</source>
      <translation>नतिजा न “{file}” मा न “{folder}” मा लेख्न सकिन्छ। त्यहाँ ठाउँ बनाएर फेरि चलाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{phrase}", found by {model} at {gsd:.2f} m a pixel (run {run}).</source>
      <translation>“{phrase}”, {model} ले प्रति पिक्सेल {gsd:.2f} m मा भेटेको (चलाइ {run})।</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{file}" cannot be written: the results are kept in "{kept}".</source>
      <translation>“{file}” मा लेख्न सकिएन: नतिजा “{kept}” मा राखिएका छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Lower finds more, higher is surer. The model is not run again.</source>
      <translation>कम हुँदा धेरै भेटिन्छ, बढी हुँदा पक्का हुन्छ। मोडेल फेरि चल्दैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>यति सम्भावनादेखि पिक्सेल वस्तुको भाग मानिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smaller polygons are dropped.</source>
      <translation>योभन्दा साना बहुभुज हटाइन्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Holes up to this size are filled.</source>
      <translation>यति आकारसम्मका प्वाल भरिन्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Outlines may move by as much, and lose corners in return.</source>
      <translation>रूपरेखा यतिसम्म सर्न सक्छ, र बदलामा कुना घट्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>automatic</source>
      <translation>स्वचालित</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Right angles</source>
      <translation>समकोण</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>For things that people made: outlines become rectangular where that fits.</source>
      <translation>मानिसले बनाएका कुराका लागि: मिल्ने ठाउँमा रूपरेखा समकोणी हुन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Part touching objects</source>
      <translation>छोइएका वस्तु छुट्याउने</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Objects that touch are parted along the valley between their peaks.</source>
      <translation>छोइएका वस्तु तिनका शिखरबीचको उपत्यका पछ्याउँदै छुट्याइन्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smallest area</source>
      <translation>न्यूनतम क्षेत्रफल</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Fill holes up to</source>
      <translation>प्वाल भर्ने सीमा</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smooth outlines by</source>
      <translation>रूपरेखा चिल्लो पार्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accepted.</source>
      <translation>स्वीकार गरियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <location filename="../../plugin/verdicts.py" />
      <source>Undo</source>
      <translation>पूर्ववत्</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes back to the settings before the last change.</source>
      <translation>अन्तिम परिवर्तनअघिको सेटिङमा फर्काउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Redo</source>
      <translation>फेरि गर्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes forward again to the settings that were undone.</source>
      <translation>पूर्ववत् गरिएको सेटिङमा फेरि अगाडि बढाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accept</source>
      <translation>स्वीकार</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Keeps the objects as they are and ends the review.</source>
      <translation>वस्तु जस्ताको तस्तै राख्छ र समीक्षा टुङ्ग्याउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review again</source>
      <translation>फेरि समीक्षा</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows the controls again.</source>
      <translation>नियन्त्रण फेरि देखाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Discard</source>
      <translation>हटाउने</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Takes the layer out of the project; for a moment that can be undone.</source>
      <translation>तह परियोजनाबाट हटाउँछ; केही बेरसम्म पूर्ववत् गर्न सकिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Append to</source>
      <translation>यसमा थप्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Copies the objects into another polygon layer of the project.</source>
      <translation>वस्तुलाई परियोजनाको अर्को बहुभुज तहमा प्रतिलिपि गर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability</source>
      <translation>सम्भाव्यता</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows below the objects how sure the model is at each place, or hides it again.</source>
      <translation>प्रत्येक ठाउँमा मोडेल कति निश्चित छ भनी वस्तुहरूमुनि देखाउँछ, वा फेरि लुकाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review “{phrase}”</source>
      <translation>“{phrase}” को समीक्षा</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>No other polygon layer can be edited</source>
      <translation>सम्पादन गर्न मिल्ने अर्को बहुभुज तह छैन</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>Review {phrases}</source>
      <translation>{phrases} को समीक्षा</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" is gone. Bring it back, or search again and take this layer out.</source>
      <translation>“{file}” छैन। त्यसलाई फर्काउनुहोस्, वा फेरि खोजेर यो तह हटाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed: another program may have it open, or you may not write there. See to that, then try again.</source>
      <translation>"{file}" परिवर्तन गर्न सकिँदैन: अर्को प्रोग्रामले खोलेको हुन सक्छ, वा त्यहाँ लेख्ने अनुमति नहुन सक्छ। त्यो मिलाएर फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed ({reason}). Close it in other programs, then try again.</source>
      <translation>"{file}" परिवर्तन गर्न सकिँदैन ({reason})। अरू प्रोग्राममा त्यसलाई बन्द गरेर फेरि प्रयास गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Stopping, and keeping what was found …</source>
      <translation>रोकिँदै छ, भेटिएको कुरा राखिँदै छ …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Starting …</source>
      <translation>सुरु गर्दै …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Make a report for those who help</source>
      <translation>सहयोगीका लागि प्रतिवेदन बनाउने</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Looking at the environment …</source>
      <translation>वातावरण हेर्दै …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The report is on the clipboard.</source>
      <translation>प्रतिवेदन क्लिपबोर्डमा छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/task.py" />
      <source>Add to this project</source>
      <translation>यस परियोजनामा थप्नुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Shows the layers in the project that is open now.</source>
      <translation>अहिले खुला परियोजनामा तहहरू देखाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Makes polygons anew with this threshold; the model is not run again.</source>
      <translation>यो सीमामानले फेरि बहुभुज बनाउँछ; मोडेल फेरि चल्दैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Waiting for other tasks of QGIS …</source>
      <translation>QGIS का अन्य कार्यहरूको प्रतीक्षा गर्दै …</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/runner.py" />
      <source>%n objects found before then stay in temporary layers; save them if you need them.</source>
      <translation>
        <numerusform>त्यसअघि भेटिएको %n वस्तु अस्थायी तहमा रहन्छ; चाहिए बचत गर्नुहोस्।</numerusform>
        <numerusform>त्यसअघि भेटिएका %n वस्तु अस्थायी तहमा रहन्छन्; चाहिए बचत गर्नुहोस्।</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}, for a project that was closed meanwhile. The layers are in "{file}".</source>
      <translation>{found} फेला पर्‍यो, यसबीच बन्द गरिएको परियोजनाका लागि। तहहरू "{file}" मा छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Begins when what was found before is kept …</source>
      <translation>पहिले भेटिएको कुरा राखिएपछि सुरु हुन्छ …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The layer is being edited. Save or discard the edits first.</source>
      <translation>तह सम्पादन भइरहेको छ। पहिले सम्पादन बचत गर्नुहोस् वा त्याग्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} in {time}</source>
      <translation>{time}मा {found}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} → {file}</source>
      <translation>{found} → {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Lower it to {threshold:.0%}</source>
      <translation>{threshold:.0%} मा घटाउनुहोस्</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/wording.py" />
      <source>{count} × {phrase}</source>
      <translation>{count} × {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}.</source>
      <translation>{found} भेटियो।</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Nothing was found for {phrases}. Choose a layer to see what a lower threshold brings.</source>
      <translation>{phrases} का लागि केही भेटिएन। कम सीमामानले के ल्याउँछ हेर्न एउटा तह छान्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Preparing</source>
      <translation>तयारी गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Looking for the installer</source>
      <translation>स्थापक खोज्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Making the environment</source>
      <translation>वातावरण बनाउँदै</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Downloading and installing packages</source>
      <translation>प्याकेज डाउनलोड र स्थापना गर्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Trying the environment</source>
      <translation>वातावरण जाँच्दै</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Ready</source>
      <translation>तयार</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Setting up was cancelled. What was downloaded is kept for the next time.</source>
      <translation>स्थापना रद्द गरियो। डाउनलोड भएको कुरा अर्को पटकका लागि रहन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>There is not enough room on the disk. Free some, then set up again.</source>
      <translation>डिस्कमा पर्याप्त ठाउँ छैन। ठाउँ खाली गर्नुहोस्, अनि फेरि स्थापना गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The proxy refuses the connection. Check its address and password (HTTPS_PROXY).</source>
      <translation>प्रोक्सीले जडान अस्वीकार गर्छ। यसको ठेगाना र पासवर्ड जाँच्नुहोस् (HTTPS_PROXY)।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The connection's certificate is not trusted. Name your organisation's own in SSL_CERT_FILE.</source>
      <translation>जडानको प्रमाणपत्र विश्वसनीय छैन। आफ्नो संस्थाको प्रमाणपत्र SSL_CERT_FILE मा दिनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The package index cannot be reached. Check the network, then set up again: what was downloaded is kept.</source>
      <translation>प्याकेज सूचीमा पुग्न सकिएन। नेटवर्क जाँच्नुहोस्, अनि फेरि स्थापना गर्नुहोस्: डाउनलोड भएको कुरा रहन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>No Python 3.11 or newer was found. Install one, then set up again.</source>
      <translation>Python 3.11 वा नयाँ भेटिएन। एउटा इन्स्टल गर्नुहोस्, अनि फेरि स्थापना गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A system library is missing. Install the Microsoft Visual C++ runtime (x64).</source>
      <translation>प्रणालीको एउटा लाइब्रेरी छैन। Microsoft Visual C++ runtime (x64) इन्स्टल गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A file or folder is held or forbidden. Close other QGIS windows, then set up again.</source>
      <translation>कुनै फाइल वा फोल्डर प्रयोगमा छ वा अनुमति छैन। QGIS का अरू झ्यालहरू बन्द गर्नुहोस्, अनि फेरि स्थापना गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>PyTorch is made for 64-bit Linux and Windows, and for macOS 14 on Apple silicon.</source>
      <translation>PyTorch ६४-बिट Linux र Windows, तथा Apple silicon मा macOS 14 का लागि मात्र बनाइन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Another window is setting it up. Wait until it is done.</source>
      <translation>अर्को झ्यालले स्थापना गर्दै छ। नसकिएसम्म पर्खनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The environment is ready: describe what to find.</source>
      <translation>वातावरण तयार छ: के खोज्ने वर्णन गर्नुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The whole log: {file}</source>
      <translation>पूरा लग: {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The models need an environment of their own (PyTorch and other packages), set up once.
Download and disk: about {size:.1f} GB
Folder: {folder}</source>
      <translation>मोडेललाई आफ्नै वातावरण (PyTorch र अन्य प्याकेज) चाहिन्छ, जुन एक पटक स्थापना गरिन्छ।
डाउनलोड र डिस्क: करिब {size:.1f} GB
फोल्डर: {folder}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup_task.py" />
      <source>Set up the environment of RRSIS</source>
      <translation>RRSIS को वातावरण स्थापना</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Stretch by values</source>
      <translation>मानले तन्काउने</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Black</source>
      <translation>कालो</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>White</source>
      <translation>सेतो</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>A value of the file; the picture in the panel shows what it does.</source>
      <translation>फाइलको एउटा मान; प्यानलको तस्बिरले यसको असर देखाउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>The stretch "{text}" is neither two percentiles, such as 2,98, nor values, such as =0,1800.</source>
      <translation>तन्काइ “{text}” न दुई प्रतिशतक हो, जस्तै 2,98, न मान, जस्तै =0,1800।</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Takes these values.</source>
      <translation>यी मान लिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Leaves the values as they were.</source>
      <translation>मानहरू पहिले जस्तै राख्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/task.py" />
      <source>Find {phrases}</source>
      <translation>{phrases} खोज्ने</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/verdicts.py" />
      <source>%n objects were appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.</source>
      <translation>
        <numerusform>%n वस्तु “{layer}” मा थपियो। सम्पादन बचत गर्न वा Ctrl+Z ले पूर्ववत् गर्न त्यो तह छान्नुहोस्।</numerusform>
        <numerusform>%n वस्तु “{layer}” मा थपिए। सम्पादन बचत गर्न वा Ctrl+Z ले पूर्ववत् गर्न त्यो तह छान्नुहोस्।</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Delete discarded objects</source>
      <translation>हटाइएका वस्तु मेटाउने</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Brings the layer back.</source>
      <translation>तह फिर्ता ल्याउँछ।</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>“{layer}” was discarded.</source>
      <translation>“{layer}” हटाइयो।</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>The discarded layer "{table}" is still in {file}: {reason}</source>
      <translation>हटाइएको तह “{table}” अझै {file} मा छ: {reason}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/wording.py" />
      <source>{found}, {count} for %n other phrases</source>
      <translation>
        <numerusform>{found}, अर्को %n वाक्यांशका {count}</numerusform>
        <numerusform>{found}, अरू %n वाक्यांशका {count}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{phrases} and {count} more</source>
      <translation>{phrases} र थप {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{model} (bundled)</source>
      <translation>{model} (साथमा आएको)</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;के खोज्ने अङ्ग्रेजीमा वर्णन गर्नुहोस्, एक पङ्क्तिमा एक वाक्यांश; हरेकको आफ्नै तह बन्छ।&lt;/p&gt;&lt;p&gt;उदाहरण:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;साथमा आएको मोडेल जुनसुकै ल्यापटपमा अफलाइन चल्छ। अरू मोडेललाई आफ्ना भार चाहिन्छ।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;सीमामान&lt;/strong&gt;: कम हुँदा धेरै भेटिन्छ, बढी हुँदा पक्का हुन्छ। मोडेल फेरि नचलाई पछि सीमामान बदल्न &lt;strong&gt;सम्भावना रास्टर&lt;/strong&gt; राख्नुहोस् (“सीमामान बदल्ने”)।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;विस्तार&lt;/strong&gt; र &lt;strong&gt;मास्क&lt;/strong&gt; (छानिएका बहुभुज) ले खोजको सीमा तोक्छन्। &lt;strong&gt;ब्यान्ड&lt;/strong&gt; भनेका मोडेललाई रातो, हरियो र नीलोका रूपमा देखाइने नम्बर हुन्, जस्तै 4,3,2। &lt;strong&gt;तन्काइ&lt;/strong&gt; भनेको कालो र सेतोका रूपमा देखाइने प्रतिशतकको जोडी हो, जस्तै 2,98; ८-बिट तस्बिरलाई चाहिँदैन।&lt;/p&gt;&lt;p&gt;मोडेलको वातावरण RRSIS प्यानल (दृश्य › प्यानल › RRSIS) को “स्थापना” बटनले, वा स्रोतको प्रतिलिपिमा &lt;code&gt;make setup&lt;/code&gt; ले, एक पटक स्थापना गरिन्छ।&lt;/p&gt;&lt;p&gt;कमान्ड लाइनमा:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Stretch (percentiles)</source>
      <translation type="vanished">तन्काइ (प्रतिशतक)</translation>
    </message>
    <message>
      <source>Chooses the percentiles.</source>
      <translation type="vanished">प्रतिशतक छान्छ।</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;के खोज्ने अङ्ग्रेजीमा वर्णन गर्नुहोस्, एक पङ्क्तिमा एक वाक्यांश; हरेकको आफ्नै तह बन्छ।&lt;/p&gt;&lt;p&gt;उदाहरण:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;साथमा आएको मोडेल जुनसुकै ल्यापटपमा अफलाइन चल्छ। अरू मोडेललाई आफ्ना भार चाहिन्छ।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;सीमामान&lt;/strong&gt;: कम हुँदा धेरै भेटिन्छ, बढी हुँदा पक्का हुन्छ। मोडेल फेरि नचलाई पछि सीमामान बदल्न &lt;strong&gt;सम्भावना रास्टर&lt;/strong&gt; राख्नुहोस् (“सीमामान बदल्ने”)।&lt;/p&gt;&lt;p&gt;&lt;strong&gt;विस्तार&lt;/strong&gt; र &lt;strong&gt;मास्क&lt;/strong&gt; (छानिएका बहुभुज) ले खोजको सीमा तोक्छन्। &lt;strong&gt;ब्यान्ड&lt;/strong&gt; भनेका मोडेललाई रातो, हरियो र नीलोका रूपमा देखाइने नम्बर हुन्, जस्तै 4,3,2। &lt;strong&gt;तन्काइ&lt;/strong&gt; भनेको कालो र सेतोका रूपमा देखाइने प्रतिशतकको जोडी हो, जस्तै 2,98, वा फाइलका मान, जस्तै =0,1800; ८-बिट तस्बिरलाई चाहिँदैन।&lt;/p&gt;&lt;p&gt;मोडेलको वातावरण RRSIS प्यानल (दृश्य › प्यानल › RRSIS) को “स्थापना” बटनले, वा स्रोतको प्रतिलिपिमा &lt;code&gt;make setup&lt;/code&gt; ले, एक पटक स्थापना गरिन्छ।&lt;/p&gt;&lt;p&gt;कमान्ड लाइनमा:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file.</source>
      <translation type="vanished">त्यहाँ रहेको कुरा खोजको जस्ताको तस्तै नतिजा होइन, त्यसैले प्रतिस्थापन गरिँदैन। अर्को फाइल छान्नुहोस्।</translation>
    </message>
    <message>
      <source>{low:g} m a pixel</source>
      <translation type="vanished">प्रति पिक्सेल {low:g} m</translation>
    </message>
    <message>
      <source>{low:g} to {high:g} m a pixel</source>
      <translation type="vanished">प्रति पिक्सेल {low:g} देखि {high:g} m</translation>
    </message>
    <message>
      <source>{found} in {seconds:.0f} s</source>
      <translation type="vanished">{seconds:.0f} सेकेन्डमा {found}</translation>
    </message>
    <message numerus="yes">
      <source>{found} and {count} × %n other phrases</source>
      <translation type="vanished">
        <numerusform>{found} र {count} × अर्को %n वाक्यांश</numerusform>
        <numerusform>{found} र {count} × अरू %n वाक्यांश</numerusform>
      </translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed.</source>
      <translation type="vanished">तह “{table}” बदल्न सकिँदैन।</translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed: {reason}</source>
      <translation type="vanished">तह “{table}” बदल्न सकिँदैन: {reason}</translation>
    </message>
    <message>
      <source>looks at {low:g} m a pixel</source>
      <translation type="vanished">प्रति पिक्सेल {low:g} m मा हेर्छ</translation>
    </message>
    <message>
      <source>looks at {low:g} to {high:g} m a pixel</source>
      <translation type="vanished">प्रति पिक्सेल {low:g} देखि {high:g} m मा हेर्छ</translation>
    </message>
    <message>
      <source>The recipe holds a value that cannot be read.</source>
      <translation type="vanished">विधिमा पढ्न नसकिने मान छ।</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;मोडेलका भार डाउनलोड गर्छ, पहिले तिनको अनुमतिपत्र बताउँछ, र प्रकाशित SHA-256 सँग जाँच्छ। बीचमा रोकिएको डाउनलोड अर्को पटक अगाडि बढ्छ। &lt;strong&gt;फेरि ल्याउने&lt;/strong&gt; नरोजेसम्म भइसकेका भार जस्ताको तस्तै रहन्छन्।&lt;/p&gt;&lt;p&gt;आफ्नै भार प्रयोग गर्न &lt;strong&gt;चेकपोइन्ट फाइल&lt;/strong&gt; (.pth, .pt, .bin वा .safetensors) दिनुहोस्; सार्वजनिक भार नभएका मोडेलका लागि यही एक मात्र उपाय हो।&lt;/p&gt;&lt;p&gt;उदाहरण: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>to fetch on the command line, with its SHA-256, or to add</source>
      <translation type="vanished">आदेश पङ्क्तिबाट SHA-256 सहित ल्याउने, वा थप्ने</translation>
    </message>
    <message>
      <source>The results in "{file}" cannot be read.</source>
      <translation type="vanished">“{file}” मा भएका नतिजा पढ्न सकिएन।</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation type="vanished">रोक्दै …</translation>
    </message>
    <message numerus="yes">
      <source>%n objects were appended to “{layer}”. Save its edits, or undo them with Ctrl+Z.</source>
      <translation type="vanished">
        <numerusform>%n वस्तु “{layer}” मा थपियो। सम्पादन बचत गर्नुहोस्, वा Ctrl+Z ले पूर्ववत् गर्नुहोस्।</numerusform>
        <numerusform>%n वस्तु “{layer}” मा थपिए। सम्पादन बचत गर्नुहोस्, वा Ctrl+Z ले पूर्ववत् गर्नुहोस्।</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SegmentDock</name>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>RRSIS</source>
      <translation>RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the set-up is.</source>
      <translation>स्थापना कति भयो।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Set up</source>
      <translation>स्थापना</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Downloads PyTorch and other packages into the folder named above. Needs the internet once.</source>
      <translation>PyTorch र अन्य प्याकेज माथि देखाइएको फोल्डरमा डाउनलोड गर्छ। इन्टरनेट एक पटक मात्र चाहिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Cancel</source>
      <translation>रद्द</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the set-up; what was downloaded is used the next time.</source>
      <translation>स्थापना रोक्छ; डाउनलोड भइसकेको कुरा अर्को पटक प्रयोग हुन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Imagery</source>
      <translation>तस्बिर</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The raster layer to search; it follows the active layer.</source>
      <translation>खोजिने रास्टर तह; यो सक्रिय तहसँगै बदलिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Find</source>
      <translation>खोज्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>one phrase a line, such as
white cars
buildings with a tin roof</source>
      <translation>एक पङ्क्तिमा एक अङ्ग्रेजी वाक्यांश, जस्तै
white cars
buildings with a tin roof</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What to find, in English, one phrase a line. Each phrase becomes a layer.</source>
      <translation>के खोज्ने, अङ्ग्रेजीमा, एक पङ्क्तिमा एक वाक्यांश। हरेक वाक्यांश एउटा तह बन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Examples</source>
      <translation>उदाहरण</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pictures of what phrases mean; one click tries one.</source>
      <translation>वाक्यांशको अर्थ देखाउने तस्बिर; एक क्लिकले परीक्षण गर्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>History</source>
      <translation>इतिहास</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Phrases that you searched for before.</source>
      <translation>तपाईंले पहिले खोजेका वाक्यांश।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>…</source>
      <translation>…</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>More</source>
      <translation>थप</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Recipes to copy and paste, a report for those who help, settings.</source>
      <translation>प्रतिलिपि गर्न र टाँस्न मिल्ने विधि, सहयोगीका लागि प्रतिवेदन, सेटिङ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Model</source>
      <translation>मोडेल</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The bundled model runs on any laptop; the others need their weights.</source>
      <translation>साथमा आएको मोडेल जुनसुकै ल्यापटपमा चल्छ; अरूलाई आफ्ना भार चाहिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where</source>
      <translation>कहाँ</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where to search.</source>
      <translation>कहाँ खोज्ने।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Draw</source>
      <translation>कोर्ने</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Drag a rectangle on the map.</source>
      <translation>नक्सामा तानेर आयत बनाउनुहोस्।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Polygons</source>
      <translation>बहुभुज</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The polygon layer whose features bound the search.</source>
      <translation>जसका फिचरले खोजको सीमा तोक्छन् त्यो बहुभुज तह।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Threshold</source>
      <translation>सीमामान</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Lower finds more, higher is surer. It can be changed afterwards.</source>
      <translation>कम हुँदा धेरै भेटिन्छ, बढी हुँदा पक्का हुन्छ। पछि पनि बदल्न सकिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>यति सम्भावनादेखि पिक्सेल वस्तुको भाग मानिन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area, bands, stretch, pixel size and device.</source>
      <translation>न्यूनतम क्षेत्रफल, ब्यान्ड, तन्काइ, पिक्सेल आकार र यन्त्र।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area</source>
      <translation>न्यूनतम क्षेत्रफल</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smaller polygons are dropped.</source>
      <translation>योभन्दा साना बहुभुज हटाइन्छन्।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Bands</source>
      <translation>ब्यान्ड</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 4,3,2</source>
      <translation>स्वचालित, वा 4,3,2</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Numbers of the bands shown to the model as red, green and blue.</source>
      <translation>मोडेललाई रातो, हरियो र नीलोका रूपमा देखाइने ब्यान्डका नम्बर।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stretch</source>
      <translation>तन्काइ</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 2,98</source>
      <translation>स्वचालित, वा 2,98</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Percentiles shown to the model as black and white, such as 2,98; or values of the file after “=”, such as =0,1800.</source>
      <translation>मोडेललाई कालो र सेतो देखाइने प्रतिशतक, जस्तै 2,98; वा “=” पछि फाइलका मान, जस्तै =0,1800।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pixel size</source>
      <translation>पिक्सेल आकार</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>as the model prefers</source>
      <translation>मोडेलले रुचाएअनुसार</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Metres a pixel at which the model looks.</source>
      <translation>मोडेलले हेर्दा प्रति पिक्सेल कति मिटर।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Device</source>
      <translation>यन्त्र</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where the model runs.</source>
      <translation>मोडेल कहाँ चल्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What is likely to go wrong with this search, and what to do about it.</source>
      <translation>यो खोजमा के बिग्रन सक्छ र त्यसको उपाय।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Search in the background; QGIS stays usable.</source>
      <translation>पृष्ठभूमिमा खोज्छ; QGIS चलाउन मिलिरहन्छ।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Preview</source>
      <translation>पूर्वावलोकन</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Shows at once what would be found in the middle of the visible map; nothing is kept.</source>
      <translation>देखिने नक्साको बीचमा के भेटिन्छ तुरुन्त देखाउँछ; केही पनि राखिँदैन।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the search is.</source>
      <translation>खोज कति भयो।</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the search and keeps what is finished.</source>
      <translation>खोज रोक्छ र सकिएको भाग राख्छ।</translation>
    </message>
    <message>
      <source>Percentiles shown to the model as black and white.</source>
      <translation type="vanished">मोडेललाई कालो र सेतोका रूपमा देखाइने प्रतिशतक।</translation>
    </message>
  </context>
</TS>
